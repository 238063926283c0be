/* The link in the address bar: settings at the start of the run, later changes in `then`, the step on the screen, the
   speed, and the runs that are held in `hold`. A preset that the link named stays in it until the run starts from other
   settings than the link did. */

import { heldInLink } from "../comparison/names.mjs";
import { session } from "../session.mjs";
import { isLocal } from "./local_values.mjs";
import { changesOf } from "./setting_changes.mjs";

function presetOf(page, query, words) {
  const isNamed = query.has("preset") && page.preset !== null;
  return isNamed && Object.keys(words).every((name) => words[name] === page.start[name]) ? page.presets[page.preset] : null;
}

const FASTEST = "max";

function speedOf({ speed }, page, preset) {
  const place = Number.isFinite(speed) ? page.speeds.indexOf(speed) : page.speeds.length;
  if (place === (preset ? preset.speed : page.usual_speed)) return "";
  return place < page.speeds.length ? String(speed) : FASTEST;
}

/* The query of a page: what differs from the defaults, and what the address said besides (such as hide). */
function query(page, schedule, playback) {
  const query = new URLSearchParams(window.location.search);
  const put = (name, text) => (text ? query.set(name, text) : query.delete(name));
  const preset = presetOf(page, query, schedule[0].words);
  if (!preset) query.delete("preset");
  for (const [name, field] of Object.entries(page.fields)) {
    const word = schedule[0].words[name];
    const usual = preset ? preset.words[name] : field.default;
    if (word === usual || isLocal(field)) query.delete(name);
    else query.set(name, word);
  }
  put("then", changesOf(schedule).map((change) => change.join("~")).join(","));
  put("hold", heldInLink(schedule[0].words));
  if (playback) {
    put("step", playback.step > 0 ? String(playback.step) : "");
    put("speed", speedOf(playback, page, preset));
    if (!playback.playing) query.delete("autoplay"); // the link of a run that stands still shows it still
  }
  return textOf(query);
}

/* A query as text, as short as browsers read it. */
export function textOf(query) {
  return query.toString().replaceAll("%7E", "~").replaceAll("%2C", ",").replaceAll("%40", "@");
}

/* Let the address bar say what is on the screen. */
export function writeLink() {
  const { page, words, playback } = session;
  if (page) keepQuery(query(page, playback ? playback.schedule : [{ step: 0, words }], playback));
}

export function keepQuery(text) {
  const address = window.location.pathname + (text ? `?${text}` : "") + window.location.hash;
  if (address !== window.location.pathname + window.location.search + window.location.hash)
    window.history.replaceState(window.history.state, "", address);
}
