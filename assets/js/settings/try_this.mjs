/* "Try this" in the words of a page is a link to the same page with other settings, such as `?learning_rate=0.9&autoplay`. A
   plain click sets them here, as a preset does: undo takes them back, and nothing is loaded again. What the link does not
   say is as the page opens, or as the preset says that it names. */

import { around, byId } from "../dom.mjs";
import { moveSpeed } from "../run/speed.mjs";
import { session } from "../session.mjs";
import { isPlainClick } from "../shell/navigation.mjs";
import { leadWith } from "../figures/stage.mjs";
import { tryThis } from "./presets.mjs";

/** @typedef {import("../session.mjs").PageConfig} PageConfig */
/** @typedef {import("../session.mjs").Values} Values */

/**
 * The settings that a link means.
 * @param {URLSearchParams} query
 * @param {PageConfig} page
 * @returns {Values}
 */
export function meantBy(query, { fields, presets }) {
  const preset = presets[Number(query.get("preset")) - 1];
  const below = (/** @type {string} */ name) => preset?.settings[name] ?? fields[name].default;
  return Object.fromEntries(Object.keys(fields).map((name) => [name, query.get(name) ?? below(name)]));
}

/** @param {URLSearchParams} query */
function follow(query) {
  const { presets, speeds } = session.page;
  const lead = query.get("lead");
  const speed = query.get("speed");
  const place = speed === null ? presets[Number(query.get("preset")) - 1]?.speed : speeds.indexOf(Number(speed));
  if (lead) leadWith(lead.split(","));
  tryThis(meantBy(query, session.page), query.has("autoplay"), () => {
    if (place !== undefined && place >= 0) moveSpeed(place);
  });
}

/** Whether the stage is out of sight, as on a screen on which the words stand below it. */
function isStageGone() {
  const { bottom, top } = byId("figures").getBoundingClientRect();
  return top < 0 || bottom > window.innerHeight;
}

document.addEventListener("click", (event) => {
  const link = around(event, ".lesson .text a[data-try]");
  if (!link || !session.isOpen || !isPlainClick(event)) return;
  event.preventDefault();
  follow(new URLSearchParams(link.getAttribute("href") ?? ""));
  if (isStageGone()) window.scrollTo(0, 0);
  byId("figures").focus({ preventScroll: true }); // the words may be written anew, the link with them
});
