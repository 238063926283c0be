/* The theme, light or dark, is an attribute of the document. This runs in the head, before anything is painted, so that a
   page whose reader, or whose reader's system, wants the dark one does not flash white. */
(() => {
  /* A browser may refuse to keep anything. */
  function chosen() {
    try {
      return window.localStorage.getItem("nnviz-theme");
    } catch {
      return null;
    }
  }

  const wished = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = { dark: "dark", light: "light" }[chosen() || wished] || wished;
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.bsTheme = theme; // Bootstrap's name for it
})();
