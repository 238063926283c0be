/* A document in which modules listen, and of which they ask for elements: nothing is drawn. */

import { fits } from "./selectors.mjs";

class FakeElement extends EventTarget {
  #text = "";
  #id = "";
  children = /** @type {any[]} */ ([]); // elements and texts
  parent = /** @type {FakeElement} */ (null);
  dataset = {};
  attributes = {};
  className = "";
  hidden = false;
  style = {};
  box = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };

  constructor(localName = "button") {
    super();
    this.localName = localName;
  }

  get id() {
    return this.#id;
  }

  set id(id) {
    this.#id = id;
  }

  get textContent() {
    return this.#text + this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.children = [];
    this.#text = text;
  }

  get classList() {
    const names = new Set(this.className.split(" ").filter(Boolean));
    const toggle = (name, isThere) => {
      names[isThere ? "add" : "delete"](name);
      this.className = [...names].join(" ");
    };
    return { contains: (name) => names.has(name), toggle, remove: (name) => toggle(name, false) };
  }

  append(...children) {
    for (const child of children) if (child instanceof FakeElement) child.parent = this;
    this.children.push(...children);
  }

  add(child) {
    this.append(child);
  }

  replaceChildren(...children) {
    this.textContent = "";
    this.append(...children);
  }

  replaceWith(...others) {
    const beside = [...this.parent.children];
    beside.splice(beside.indexOf(this), 1, ...others);
    this.parent.replaceChildren(...beside);
  }

  get all() {
    return this.children.filter((child) => child instanceof FakeElement).flatMap((child) => [child, ...child.all]);
  }

  matches(selector) {
    return fits(this, selector);
  }

  /** The innermost element from this one outwards that fits a selector. */
  closest(selector) {
    if (this.matches(selector)) return this;
    return this.parent ? this.parent.closest(selector) : null;
  }

  querySelectorAll(selector) {
    return this.all.filter((one) => one.matches(selector));
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  contains(other) {
    return other === this || this.all.includes(other);
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  toggleAttribute(name, isSet) {
    if (isSet) this.attributes[name] = "";
    else delete this.attributes[name];
  }

  removeAttribute(name) {
    delete this.attributes[name];
  }

  focus() {
    Object.assign(document, { activeElement: this });
  }

  click() {
    /** @type {any} */ (globalThis.document).happen("click", this, { isTrusted: false });
  }

  getBoundingClientRect() {
    return this.box;
  }

  showPopover() {
    this.attributes.popover = "open";
  }

  hidePopover() {
    this.attributes.popover = "closed";
  }
}

class FakeInput extends FakeElement {
  type = "range";
  value = "";
}

/* What there is of the kinds that modules ask for by name. */
const KINDS = { input: FakeInput, select: class FakeSelect extends FakeInput {}, textarea: class extends FakeInput {} };

class FakeDocument extends EventTarget {
  elements = /** @type {Record<string, FakeInput>} */ ({});
  body = new FakeElement("body");
  documentElement = new FakeElement("html");
  activeElement = /** @type {FakeElement} */ (null);

  createElement(tag) {
    return new (KINDS[tag] ?? FakeElement)(tag);
  }

  /** The element with an id: one of the body, or else one that is there as soon as it is asked for. */
  getElementById(id) {
    const found = this.body.all.find((one) => one.id === id);
    if (found) return found;
    this.elements[id] ??= Object.assign(new FakeInput(), { id });
    return this.elements[id];
  }

  querySelectorAll(selector) {
    return this.body.querySelectorAll(selector);
  }

  querySelector(selector) {
    return this.body.querySelector(selector);
  }

  /** Let something happen to the element with an id, or to another; a hand does it unless it is said that a script does. */
  happen(kind, target, { isTrusted = true, ...properties } = /** @type {any} */ ({})) {
    const event = Object.assign(new Event(kind, { cancelable: true }), properties);
    const at = typeof target === "string" ? this.getElementById(target) : target;
    Object.defineProperties(event, { target: { value: at }, isTrusted: { value: isTrusted } });
    at[`on${kind}`]?.(event);
    this.dispatchEvent(event);
    return event;
  }
}

/** An element with these properties. */
export const element = (properties) => Object.assign(new FakeElement(), properties);

/** An element of a kind in the body of the document, with properties and children. */
export function put(tag, properties = {}, ...children) {
  const made = Object.assign(globalThis.document.createElement(tag), properties);
  made.append(...children);
  globalThis.document.body.append(made);
  return /** @type {any} */ (made);
}

/** Put a window with a document of this kind in place, before a module that listens is loaded. */
export function openWindow(properties = {}) {
  const document = new FakeDocument();
  const timers = {
    setTimeout: (act, after) => setTimeout(act, after),
    clearTimeout: (timer) => clearTimeout(timer),
    setInterval: (act, every) => setInterval(act, every),
    clearInterval: (timer) => clearInterval(timer),
  };
  const matchMedia = () => Object.assign(new EventTarget(), { matches: false }); // a wide window
  const window = Object.assign(new EventTarget(), timers, { matchMedia }, properties);
  const kinds = { Element: FakeElement, HTMLElement: FakeElement, Node: FakeElement, HTMLInputElement: FakeInput };
  Object.assign(globalThis, { document, window, HTMLSelectElement: KINDS.select, ...kinds });
  return document;
}
