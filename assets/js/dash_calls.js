/* Dash calls this as soon as it has rendered a page, which may be before the modules are there. */
window.dash_clientside = Object.assign(window.dash_clientside || {}, {
  nnviz: { collect: async (/** @type {any[]} */ ...given) => (await import("../main.mjs")).collect(...given) },
});
