/* Elements of the page: found by their ids, found around an event, made. */

/**
 * The element with an id, which is there and of a kind.
 * @template {Element} [T=HTMLElement]
 * @param {string} id
 * @param {new () => T} [kind]
 * @returns {T}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof (kind || HTMLElement))) throw new Error(`There is no such element: ${id}`);
  return /** @type {T} */ (/** @type {Element} */ (found));
}

/**
 * All elements that fit a selector.
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {T[]}
 */
export const all = (selector, within = document) =>
  /** @type {T[]} */ (/** @type {Element[]} */ ([...within.querySelectorAll(selector)]));

/**
 * The innermost element around the place of an event that fits a selector.
 * @template {Element} [T=HTMLElement]
 * @param {Event} event
 * @param {string} selector
 * @returns {T | null}
 */
export const around = (event, selector) =>
  event.target instanceof Element ? /** @type {T | null} */ (event.target.closest(selector)) : null;

/**
 * Whether an event happens to the element with an id.
 * @param {Event} event
 * @param {string} id
 */
export const isAt = (event, id) => event.target instanceof Element && event.target.id === id;

/**
 * An element with properties, entries of its data set, and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<Omit<HTMLElementTagNameMap[T], "dataset">> & { dataset?: Record<string, string> }} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, { dataset, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, dataset);
  made.append(...children);
  return /** @type {HTMLElementTagNameMap[T]} */ (made);
}
