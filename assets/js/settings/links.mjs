/* The link in the address bar: settings at the start of the run, later changes in `then`, the step on the screen, the
   speed, and the runs of the comparison in `hold`. A preset that the link named stays in it until the run starts from other
   settings than the link did. */

import { comparisonInLink } from "../comparison/links.mjs";
import { session } from "../session.mjs";
import { isLocal } from "./local_values.mjs";
import { singleChanges } from "./setting_changes.mjs";

/** @typedef {import("../session.mjs").Preset} Preset */
/** @typedef {import("../session.mjs").Values} Values */

/**
 * The preset that a link names, as long as the run started as the link said.
 * @param {URLSearchParams} query
 * @param {Values} values
 */
function presetOf(query, values) {
  const { page } = session;
  if (!query.has("preset") || page.preset === null) return null;
  return Object.keys(values).every((name) => values[name] === page.start[name]) ? page.presets[page.preset] : null;
}

const FASTEST = "max";

/** What names the table in a link that has brought one (nnviz/web/linked_table.py). */
export const TABLE = "table";

/**
 * @param {number} speed
 * @param {Preset | null} preset
 */
function speedInLink(speed, preset) {
  const { speeds, usual_speed: usual } = session.page;
  const place = Number.isFinite(speed) ? speeds.indexOf(speed) : speeds.length;
  if (place === (preset ? preset.speed : usual)) return "";
  return place < speeds.length ? String(speed) : FASTEST;
}

/** The query of the page: what differs from the defaults, and what the address said besides (such as hide). */
function query() {
  const { page, playback, values } = session;
  const settingChanges = playback ? playback.settingChanges : [{ step: 0, values }];
  const start = settingChanges[0].values;
  const query = new URLSearchParams(window.location.search);
  /** @type {(name: string, text: string) => void} */
  const put = (name, text) => (text ? query.set(name, text) : query.delete(name));
  const preset = presetOf(query, start);
  if (!preset) query.delete("preset");
  for (const [name, field] of Object.entries(page.fields)) {
    const usual = preset ? preset.settings[name] : field.default;
    if (start[name] === usual || isLocal(field)) query.delete(name);
    else query.set(name, start[name]);
    if (isLocal(field) && !field.linked) query.delete(TABLE);
  }
  put(
    "then",
    singleChanges(settingChanges)
      .map((change) => change.join("~"))
      .join(","),
  );
  put("hold", comparisonInLink(start));
  if (playback) {
    const step = playback.target || playback.step; // a link that is on its way to its step still names it
    put("step", step > 0 ? String(step) : "");
    put("speed", speedInLink(playback.speed, preset));
    if (!playback.playing) query.delete("autoplay"); // the link of a run that stands still shows it still
  }
  return queryAsText(query);
}

/**
 * A query as text, as short as browsers read it.
 * @param {URLSearchParams} query
 */
export function queryAsText(query) {
  return query.toString().replaceAll("%7E", "~").replaceAll("%2C", ",").replaceAll("%40", "@");
}

/** Let the address bar say what is on the screen. */
export function writeLink() {
  if (session.isOpen) keepQuery(query());
}

/** @param {string} text */
export function keepQuery(text) {
  const { hash, pathname, search } = window.location;
  const address = pathname + (text ? `?${text}` : "") + hash;
  if (address !== pathname + search + hash) window.history.replaceState(window.history.state, "", address);
}

/**
 * Say in the link what is no setting: which picture leads, how the page is projected.
 * @param {Record<string, string | null>} changes
 */
export function keepInLink(changes) {
  const query = new URLSearchParams(window.location.search);
  for (const [key, text] of Object.entries(changes)) {
    if (text === null) query.delete(key);
    else query.set(key, text);
  }
  keepQuery(queryAsText(query));
}
