/* The buttons over the picture of a network that add and remove its layers and neurons: they set the fields that the controls beside
   it set. Which they are is said by the figure. */

import { all, around, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";

/** @typedef {import("./network_places.mjs").Stepper} Stepper */

/** What each place for buttons shows. @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/**
 * @param {string} sign
 * @param {string} text  for those who do not see it
 * @param {Record<string, string> | null} values  what it sets
 */
function button(sign, text, values) {
  const made = element(
    "button",
    { type: "button", disabled: !values, title: text, dataset: { sets: JSON.stringify(values) } },
    sign,
  );
  made.setAttribute("aria-label", text);
  return made;
}

/**
 * A number between two buttons.
 * @param {Stepper} stepper
 */
function stepperOf({ side, name, value, less, more }) {
  const group = element(
    "div",
    { className: "stepper" },
    button("−", message("network.less", { name }), less),
    element("output", {}, value),
    button("+", message("network.more", { name }), more),
    ...(side === "bottom" ? [element("small", {}, name)] : []),
  );
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", name);
  return group;
}

/**
 * Let a place hold these, where they are others than before; whoever has pressed one can press it again.
 * @param {HTMLElement} place
 * @param {Stepper[]} steppers
 * @param {(x: number) => string} along  the length to a place on the axis
 */
export function showSteppers(place, steppers, along) {
  const now = JSON.stringify(steppers);
  if (shown.get(place) === now) return;
  shown.set(place, now);
  const pressed = document.activeElement?.closest(".stepper button")?.getAttribute("aria-label");
  const made = steppers.map((stepper) => {
    const group = stepperOf(stepper);
    group.classList.add(stepper.side);
    group.style.left = along(stepper.x);
    return group;
  });
  place.replaceChildren(...made);
  all("button", place)
    .find((again) => again.getAttribute("aria-label") === pressed)
    ?.focus();
}

document.addEventListener("click", (event) => {
  const pressed = around(event, ".stepper button");
  if (pressed instanceof HTMLElement && session.isOpen) session.settings.set(JSON.parse(pressed.dataset.sets || "{}"));
});
