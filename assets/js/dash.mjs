/* What Dash is told of its components. */

/**
 * Set properties of a component, as a callback would.
 * @param {string} id
 * @param {Record<string, unknown>} props
 */
export const setProps = (id, props) => window.dash_clientside.set_props(id, props);
