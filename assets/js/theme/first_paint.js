/* The theme, light or dark, is an attribute of the document. This runs in the head, before anything is painted, so that a
   page whose reader chose the dark one does not flash white. */
(() => {
  /* A browser may refuse to keep anything. */
  function chosen() {
    try {
      return window.localStorage.getItem("nnviz-theme");
    } catch {
      return null;
    }
  }

  const theme = chosen() === "dark" ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.bsTheme = theme; // Bootstrap's name for it
})();
