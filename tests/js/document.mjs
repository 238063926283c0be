/* A document in which modules listen, and of which they ask for elements by their id: nothing is drawn. */

class FakeElement extends EventTarget {
  textContent = "";
  dataset = {};
  attributes = {};

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  /** What is around it: by default nothing but itself, if it is asked for by its kind. */
  closest(selector) {
    return selector === "button" ? this : null;
  }
}

class FakeInput extends FakeElement {
  type = "range";
  value = "";
}

class FakeDocument extends EventTarget {
  elements = /** @type {Record<string, FakeInput>} */ ({});

  /** The element with an id, which is there as soon as it is asked for and remembers what is set on it. */
  getElementById(id) {
    this.elements[id] ??= Object.assign(new FakeInput(), { id });
    return this.elements[id];
  }

  /** Let something happen to the element with an id, or to another. */
  happen(kind, target, properties = {}) {
    const event = Object.assign(new Event(kind, { cancelable: true }), properties);
    const at = typeof target === "string" ? this.getElementById(target) : target;
    Object.defineProperty(event, "target", { value: at });
    this.dispatchEvent(event);
    return event;
  }
}

/** An element with these properties. */
export const element = (properties) => Object.assign(new FakeElement(), properties);

/** Put a window with a document of this kind in place, before a module that listens is loaded. */
export function openWindow(properties = {}) {
  const document = new FakeDocument();
  const timers = { setTimeout: (act, after) => setTimeout(act, after), clearTimeout: (timer) => clearTimeout(timer) };
  const kinds = { Element: FakeElement, HTMLElement: FakeElement, HTMLInputElement: FakeInput };
  Object.assign(globalThis, { document, window: { ...timers, ...properties }, ...kinds });
  return document;
}
