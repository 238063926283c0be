/* Dash calls this as soon as it has rendered a page, which may be before the modules are there. */
(() => {
  /** @type {(...given: any[]) => unknown} */
  let collect = async (...given) => {
    collect = (await import("../main.mjs")).collect;
    return collect(...given);
  };
  const nnviz = { collect: (/** @type {any[]} */ ...given) => collect(...given) };
  window.dash_clientside = Object.assign(window.dash_clientside || {}, { nnviz });
})();
