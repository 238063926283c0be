/* Which pictures lead. They fill the stage, and the others stand beside them, small and alive; a press on a small one lets it
   lead, and a press on what was declared to lead, or the key, brings that back. The link says so in `lead`. */

import { all, around, byId } from "../dom.mjs";
import { session } from "../session.mjs";
import { keepInLink } from "../settings/links.mjs";

const PHONE = window.matchMedia("(max-width: 820px), (max-height: 500px)"); // where one picture leads, never a pair

/** @type {string[]} */
let leading = [];

/** Those that lead when nobody has chosen others. @type {string[]} */
let usual = [];

function usualNow() {
  const { page, values } = session;
  return page.leads_where.find(({ field, text }) => values[field] === text)?.leads ?? page.leads;
}

/** @param {string[]} a @param {string[]} b */
const same = (a, b) => a.join() === b.join();

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
  keepInLink({ lead: same(names, usual) ? null : names.join() });
}

/** @param {string} name */
function press(name) {
  const isBack = usual.includes(name) || same(leading, [name]);
  lead(isBack && !(usual.length === 1 && same(leading, usual)) ? usual : [name]);
}

/**
 * Let pictures lead, at most two of those that the page has.
 * @param {string[]} names
 */
export function leadWith(names) {
  const known = pictures().map(nameOf);
  lead(names.filter((name) => known.includes(name)).slice(0, 2));
}

/** Let the next picture lead, in the order in which they were declared, round and round. */
export function leadNext() {
  const names = pictures().map(nameOf);
  if (names.length < 2) return;
  const others = names.filter((name) => !usual.includes(name));
  const place = same(leading, usual) ? 0 : others.indexOf(leading[0]) + 1;
  lead(place < others.length ? [others[place]] : usual);
}

document.addEventListener("click", (event) => {
  const button = around(event, "[data-lead]");
  if (button && session.isOpen) press(button.dataset.lead || "");
});

PHONE.addEventListener("change", () => session.isOpen && arrange());

/* Other settings have other pictures that lead, where nobody has chosen some. */
session.on("settings", () => {
  const [before, now] = [usual, usualNow()];
  usual = now;
  if (!same(before, now) && same(leading, before)) lead(now);
});

session.on("page", () => {
  leading = session.page.leading;
  usual = usualNow();
  if (leading.length > 1 && PHONE.matches) arrange();
});
