/* Which pictures lead. They fill the stage, and the others stand beside them, small and alive; a press on a small one lets it
   lead, and a press on what was declared to lead, or the key, brings that back. The link says so in `lead`. */

import { all, around, byId } from "../dom.mjs";
import { session } from "../session.mjs";
import { keepInLink } from "../settings/links.mjs";

const PHONE = window.matchMedia("(max-width: 820px), (max-height: 500px)"); // where one picture leads, never a pair

/** @type {string[]} */
let leading = [];

/** The pictures that the link does not leave out. */
const pictures = () => all("figure[data-figure]:not(.d-none)");

/** @param {HTMLElement} figure */
const nameOf = (figure) => figure.dataset.figure || "";

/** Give each picture the room that it now has. */
function arrange() {
  const shown = PHONE.matches ? leading.slice(0, 1) : leading;
  for (const figure of pictures()) figure.toggleAttribute("data-leads", false);
  for (const figure of pictures()) if (shown.includes(nameOf(figure))) figure.dataset.leads = "true";
  Object.assign(byId("figures").dataset, { leading: shown.length, small: pictures().length - shown.length });
  session.tell("stage");
}

/** @param {string[]} names */
function lead(names) {
  leading = names;
  arrange();
  const { leads } = session.page;
  keepInLink({ lead: names.join() === leads.join() ? null : names.join() });
}

/** @param {string} name */
function press(name) {
  const { leads } = session.page;
  const isBack = leads.includes(name) || (leading.length === 1 && leading[0] === name);
  lead(isBack && !(leads.length === 1 && leading.join() === leads.join()) ? leads : [name]);
}

/** Let the next picture lead, in the order in which they were declared, round and round. */
export function leadNext() {
  const names = pictures().map(nameOf);
  if (names.length < 2) return;
  const { leads } = session.page;
  const others = names.filter((name) => !leads.includes(name));
  const place = leading.join() === leads.join() ? 0 : others.indexOf(leading[0]) + 1;
  lead(place < others.length ? [others[place]] : leads);
}

document.addEventListener("click", (event) => {
  const button = around(event, "[data-lead]");
  if (button && session.isOpen) press(button.dataset.lead || "");
});

PHONE.addEventListener("change", () => session.isOpen && arrange());

session.on("page", () => {
  leading = session.page.leading;
  if (leading.length > 1 && PHONE.matches) arrange();
});
