/* The button that turns the page dark or light. */
(function () {
  "use strict";

  const { theme } = window.nnviz;

  function showPressed() {
    const button = document.getElementById("tool-dark");
    if (button) button.setAttribute("aria-pressed", String(theme.shown() === "dark"));
  }

  document.addEventListener("click", (event) => { if (event.target.closest("#tool-dark")) theme.toggle(); });
  document.addEventListener("nnviz:theme", showPressed);
  document.addEventListener("nnviz:page", showPressed); // the button is there as soon as a page is
})();
