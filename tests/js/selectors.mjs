/* As much of CSS selectors as the modules use: kinds, ids, classes, attributes, two states; inside of one another. */

const PART =
  /^(?<tag>[a-z]+)|#(?<id>[\w-]+)|\.(?<name>[\w-]+)|\[(?<attribute>[\w-]+)(?:="?(?<value>[^"\]]*)"?)?\]|(?<state>:[\w-]+)/g;

const inCamels = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/* What an element says of an attribute: a text, true, or nothing. */
function said(element, name) {
  if (name.startsWith("data-")) return element.dataset[inCamels(name.slice(5))];
  const value = element[name] ?? element.attributes[name];
  return value === false ? undefined : value;
}

const STATES = {
  ":popover-open": (element) => element.attributes.popover === "open",
  ":focus-visible": (element) => Boolean(element.isReachedByKey),
};

/* Whether an element fits a selector of one element, such as button.preset[data-preset]. */
function fitsAlone(element, selector) {
  return [...selector.matchAll(PART)].every(({ groups: { tag, id, name, attribute, value, state } }) => {
    if (tag) return element.localName === tag;
    if (id) return element.id === id;
    if (name) return element.classList.contains(name);
    if (state) return STATES[state](element);
    const text = said(element, attribute);
    return value === undefined ? text !== undefined : String(text) === value;
  });
}

/**
 * Whether an element fits the first of these selectors, and elements around it the others.
 * @param {any} element
 * @param {string[]} selectors
 */
function fitsInside(element, [last, ...outer]) {
  if (!fitsAlone(element, last)) return false;
  if (outer.length === 0) return true;
  for (let around = element.parent; around; around = around.parent) if (fitsInside(around, outer)) return true;
  return false;
}

/** Whether an element fits a selector. */
export const fits = (element, selector) =>
  selector.split(",").some((one) => fitsInside(element, one.trim().split(/\s+/).reverse()));
