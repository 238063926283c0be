/* Asks, while scripts are still on their way, what Dash asks first when they are there, one after another: the layout, the
   callbacks, the page of this address. Dash's own questions get these answers; all others go their way.

   No module, since it comes before everything else. */
(() => {
  const send = window.fetch;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const headers = { Accept: "application/json", "Content-Type": "application/json" };

  const parts = /** @type {const} */ (["pathname", "search"]);
  const inputs = parts.map((property) => ({ id: "_pages_location", property, value: window.location[property] }));
  const outputs = [
    { id: "_pages_content", property: "children" },
    { id: "_pages_store", property: "data" },
  ];
  const changedPropIds = inputs.map(({ id, property }) => `${id}.${property}`);
  const output = ".._pages_content.children..._pages_store.data..";
  const page = { output, outputs, inputs, changedPropIds, parsedChangedPropsIds: changedPropIds };

  /** @type {Map<string, { body?: any, answer: Promise<Response> }>} */
  const asked = new Map();
  /** @type {(name: string, options?: RequestInit) => void} */
  const ask = (name, options) => {
    const address = new URL(`../../${name}`, src).href;
    asked.set(address, { body: options?.body, answer: send.call(window, address, { headers, ...options }) });
  };
  ask("_dash-layout");
  ask("_dash-dependencies");
  ask("_dash-update-component", { method: "POST", body: JSON.stringify(page) });

  window.fetch = (resource, options) => {
    const [address] = new URL(String(resource), window.location.href).href.split("?");
    const known = asked.get(address);
    asked.delete(address);
    const again = () => send.call(window, resource, options);
    return known && known.body === (options?.body ?? undefined) ? known.answer.catch(again) : again();
  };
})();
