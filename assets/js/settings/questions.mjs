/* Predict first: a preset with a question asks it before it plays, and explains once the answer can be seen.

   Its settings wait for the answer as well, since pictures and limits would give it away. `asked` is {page, preset, begin,
   answer, hasPlayed}: the question on the screen until it is explained. */

import { session } from "../session.mjs";

const LOOK = 100; // ms between two looks at whether the answer can be seen

let asked = null;
let timer = null;

const element = (tag, content, attributes) => {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...[content].flat());
  return made;
};

export function askFirst(preset, begin) {
  clearInterval(timer);
  asked = null;
  const place = document.getElementById("question");
  place.replaceChildren();
  document.getElementById("watch").textContent = preset.question ? "" : preset.watch;
  if (!preset.question) return begin();
  const { page, playback } = session;
  asked = { page, preset, begin, answer: null, hasPlayed: false };
  const answers = preset.question.answers.map((text) => element("button", text, { onclick: () => take(text) }));
  const just = element("button", playback ? "Just play" : "Just show", { className: "just", onclick: () => take(null) });
  place.append(element("p", preset.question.text), element("div", [...answers, just], { className: "answers" }));
  place.focus({ preventScroll: true });
}

function take(answer) {
  asked.answer = answer;
  if (!answer) showWhatToWatch(); // it would give the answer away to those who are waiting for it
  asked.begin();
  waitForTheAnswer();
}

function showWhatToWatch() {
  document.getElementById("watch").textContent = asked.preset.watch;
}

function waitForTheAnswer() {
  const said = asked.answer ? [element("p", ["You expect: ", element("strong", asked.answer)])] : [];
  const verdict = element("p", [], { className: "verdict" });
  verdict.setAttribute("role", "status");
  const place = document.getElementById("question");
  place.querySelector(".answers").replaceWith(...said, verdict);
  place.focus({ preventScroll: true });
  timer = setInterval(look, LOOK);
}

function look() {
  const { page, words, playback } = session;
  const isHere = page === asked.page && document.querySelector("#question .verdict");
  const isSet = Object.entries(asked.preset.words).every(([name, word]) => words[name] === word);
  asked.hasPlayed ||= Boolean(isSet && playback && playback.playing);
  if (!isHere || (asked.hasPlayed && !isSet)) clearInterval(timer); // another page, or other settings
  else if (isSet && (!playback || canBeSeen(playback))) explain();
}

function canBeSeen(playback) {
  if (!asked.hasPlayed) return false;
  return playback.step >= asked.preset.question.after || !playback.playing;
}

function explain() {
  clearInterval(timer);
  showWhatToWatch();
  const { answer } = asked;
  const { right, because } = asked.preset.question;
  const judged = answer === right ? "Right. " : `Not this time: ${right}. `;
  document.querySelector("#question .verdict").textContent = (answer ? judged : "") + because;
}

/* Whoever presses play, the button or the key, has no answer and sees the run all the same; true if a question stood. */
export function justPlay() {
  const stands = document.querySelector("#question .answers") !== null;
  if (stands) take(null);
  return stands;
}
