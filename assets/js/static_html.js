/* The component of Dash's kind that nnviz/web/static_html.py describes: an element in which components of Dash stand
   among HTML that no callback changes. React knows of that HTML its outermost elements alone, and never looks into them
   again: what modules of ours change there stays.

   No module, since Dash may render a page before the modules are there. */
(() => {
  /** @typedef {[tag: string, attributes: object, html: string]} Html */

  /** @param {{ tag: string, attributes: object, parts: (number | string | Html)[], children?: unknown }} props */
  function Static({ tag, attributes, parts, children }) {
    const { createElement } = window.React;
    const components = [children].flat();
    const shown = parts.map((part) => {
      if (typeof part === "number") return components[part];
      if (typeof part === "string") return part;
      const [name, own, html] = part;
      return createElement(name, { ...own, dangerouslySetInnerHTML: { __html: html } });
    });
    return createElement(tag, attributes, ...shown);
  }

  window.nnviz_components = { Static };
})();
