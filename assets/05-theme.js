/* The theme, light or dark, is an attribute of the document. This runs in the head, before anything is painted, so that a
   page whose reader chose the dark one does not flash white. */
(function () {
  "use strict";

  const CHOICE = "nnviz-theme";

  /* A browser may refuse to keep anything: then a choice lasts as long as the page. */
  function kept() {
    try {
      return window.localStorage.getItem(CHOICE);
    } catch {
      return null;
    }
  }

  let chosen = kept() === "dark" ? "dark" : "light";

  function show(theme) {
    document.documentElement.dataset.theme = theme;
    document.documentElement.dataset.bsTheme = theme; // Bootstrap's name for it
    document.dispatchEvent(new CustomEvent("nnviz:theme"));
  }

  function choose(theme) {
    chosen = theme;
    try {
      window.localStorage.setItem(CHOICE, theme);
    } catch {
      // it holds until the page is left
    }
    show(theme);
  }

  show(chosen);
  /* `show` without a theme shows the chosen one: whoever had to show another one gives the screen back. */
  window.nnviz = Object.assign(window.nnviz || {}, {
    theme: {
      shown: () => document.documentElement.dataset.theme,
      show: (theme) => show(theme || chosen),
      toggle: () => choose(document.documentElement.dataset.theme === "dark" ? "light" : "dark"),
    },
  });
})();
