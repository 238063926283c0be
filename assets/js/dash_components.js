/* What pages of ours use of Dash's own components (dcc, html) besides the place of a figure (dash_graph.js): the address,
   values that Dash itself keeps, elements.

   No module, since Dash may render a page before the modules are there. */
(() => {
  /**
   * The address bar, which Dash's router follows.
   * @param {{ setProps: (props: object) => void }} props
   */
  function Location({ setProps }) {
    const tell = () => {
      const { hash, href, pathname, search } = window.location;
      setProps({ hash, href, pathname, search });
    };
    window.React.useEffect(() => {
      tell();
      window.addEventListener("popstate", tell);
      return () => window.removeEventListener("popstate", tell);
    }, []);
    return null;
  }

  Object.assign(window.dash_core_components, { Location, Store: () => null });
})();

(() => {
  /**
   * An element with the attributes that pages give it.
   * @param {string} tag
   */
  const element = (tag) => {
    /** @param {Record<string, unknown>} props */
    const Element = ({ children, className, href, id, style }) =>
      window.React.createElement(tag.toLowerCase(), { className, href, id, style }, children);
    return [tag, Element];
  };

  window.dash_html_components = Object.fromEntries(["A", "Div", "H1", "Li", "P", "Ul"].map(element));
})();
