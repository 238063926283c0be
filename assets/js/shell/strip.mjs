/* The strip of controls below an enlarged figure, and the picker of what is on it. */

import { all, around, byId, element } from "../dom.mjs";
import { session } from "../session.mjs";
import { keepInLink } from "../settings/links.mjs";

/**
 * The field of a control.
 * @param {Element} control
 */
const fieldOf = (control) => control.id.slice(session.page.lesson.length + 1, -"-control".length);

/** The sliders of the first group that has any. */
function usual() {
  const group = document.querySelector(".controls .group:has(.control-slider)");
  return group ? all(".control-slider", group).map(fieldOf) : [];
}

function chosen() {
  const given = new URLSearchParams(window.location.search).get("strip");
  return given === null ? usual() : given.split(",");
}

/** Show the controls that the link names, and no other. */
export function showStrip(fields = chosen()) {
  for (const control of all(".control")) {
    const isShown = fields.includes(fieldOf(control));
    const group = control.closest("details");
    control.toggleAttribute("data-strip", isShown);
    if (isShown && group) group.open = true;
  }
}

export function fillStripPicker() {
  const fields = chosen();
  const boxes = Object.keys(session.page.fields).map((name) => {
    const label = document.querySelector(`label[for="${session.page.lesson}-${name}"]`);
    const box = element("input", { type: "checkbox", checked: fields.includes(name), name });
    return element("label", {}, box, ` ${label?.textContent}`);
  });
  const options = all("figure[data-figure]:not(.d-none)").map((figure) => {
    const name = figure.dataset.figure || "";
    const title = figure.querySelector("strong")?.textContent || name;
    return new Option(title, name, false, name === document.documentElement.dataset.projector);
  });
  byId("strip-fields").replaceChildren(...boxes);
  byId("strip-figure").replaceChildren(...options);
}

document.addEventListener("change", (event) => {
  if (!around(event, "#strip-fields")) return;
  const ticked = /** @type {HTMLInputElement[]} */ (all("input:checked", byId("strip-fields")));
  const fields = ticked.map(({ name }) => name);
  keepInLink({ strip: fields.join() === usual().join() ? null : fields.join() });
  showStrip(fields);
});
