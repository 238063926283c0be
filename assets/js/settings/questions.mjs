/* Predict first: a preset with a question asks it before it plays, and explains once the answer can be seen.

   While it is asked, sentences and marks that would give the answer away are hidden (css/parts/questions.css). */

import { byId, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";

/** @typedef {import("../session.mjs").Preset} Preset */
/** @typedef {import("../session.mjs").Question} Question */

const LOOK = 100; // ms between two looks at whether the answer can be seen

/**
 * The question on the screen until it is explained.
 * @typedef {{ page: object, preset: Preset, question: Question, begin: () => void }} Asked
 */

/** @type {Asked | null} */
let asked = null;
/** @type {string | null} */
let answered = null;
let hasPlayed = false;
let timer = 0;

/** Whether the answers stand under the question. @param {boolean} stand */
const letAnswersStand = (stand) => byId("question").closest(".lesson")?.toggleAttribute("data-asks", stand);

/**
 * The sentence that says what to watch.
 * @param {string} text
 */
const showWatch = (text) => {
  byId("watch").textContent = text;
};

/**
 * Ask the question of a preset before it begins; one that has none begins at once. A run stands at step 0 of the preset while
 * it is asked, since the question speaks of it; on a page without a run the pictures would be the answer.
 * @param {Preset} preset
 * @param {() => void} begin
 * @param {() => void} prepare
 */
export function askFirst(preset, begin, prepare) {
  const { question } = preset;
  window.clearInterval(timer);
  asked = null;
  const place = byId("question");
  place.replaceChildren();
  letAnswersStand(Boolean(question));
  showWatch(question ? "" : preset.watch);
  if (!question) return begin();
  if (session.playback) prepare();
  asked = { page: session.page, preset, question, begin };
  const answers = question.answers.map((text) => element("button", { onclick: () => take(text) }, text));
  const text = message(session.playback ? "question.just-play" : "question.just-show");
  const just = element("button", { className: "just", onclick: () => take(null) }, text);
  place.append(element("p", {}, question.text), element("div", { className: "answers" }, ...answers, just));
  place.focus({ preventScroll: true });
}

/** @param {string | null} answer */
function take(answer) {
  if (!asked) return;
  answered = answer;
  hasPlayed = false;
  if (!answer) showWatch(asked.preset.watch); // it would give the answer away to those who wait for it
  asked.begin();
  waitForTheAnswer();
}

function waitForTheAnswer() {
  const said = answered ? [element("p", {}, message("question.you-expect"), element("strong", {}, answered))] : [];
  const verdict = element("p", { className: "verdict", role: "status" });
  const place = byId("question");
  place.querySelector(".answers")?.replaceWith(...said, verdict);
  letAnswersStand(false);
  place.focus({ preventScroll: true });
  timer = window.setInterval(look, LOOK);
}

function look() {
  if (!asked) return;
  const { page, playback, values } = session;
  const isHere = page === asked.page && document.querySelector("#question .verdict");
  const isSet = Object.entries(asked.preset.settings).every(([name, value]) => values[name] === value);
  hasPlayed ||= Boolean(isSet && playback?.playing);
  if (!isHere || (hasPlayed && !isSet))
    window.clearInterval(timer); // another page, or other settings
  else if (isSet && canBeSeen(asked.question)) explain(asked);
}

/** @param {Question} question */
function canBeSeen({ after }) {
  const { playback } = session;
  return !playback || (hasPlayed && (playback.step >= after || !playback.playing));
}

/** @param {Asked} asked */
function explain({ preset, question: { right, because } }) {
  window.clearInterval(timer);
  showWatch(preset.watch);
  const judged = answered === right ? "question.right" : "question.wrong";
  const verdict = document.querySelector("#question .verdict");
  if (verdict) verdict.textContent = answered ? message(judged, { right, because }) : because;
}

/** Whoever presses play, the button or the key, has no answer and sees the run all the same; true if a question stood. */
export function justPlay() {
  const stands = document.querySelector("#question .answers") !== null;
  if (stands) take(null);
  return stands;
}
