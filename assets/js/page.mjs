/* The page: what settings do to the run and to the link, and what the frames of the run do to figures and readouts. */

import { showNumbersNow } from "./comparison/table.mjs";
import { Painter, withFrame } from "./figures/animator.mjs";
import { Drawing } from "./figures/drawing_requests.mjs";
import { Pictures } from "./figures/on_page.mjs";
import { Playback } from "./run/playback.mjs";
import { showReadouts } from "./run/readouts.mjs";
import { showStatus } from "./run/status.mjs";
import { showTables } from "./run/tables.mjs";
import { showTimeline } from "./run/transport.mjs";
import { askServer } from "./server.mjs";
import { session } from "./session.mjs";
import { writeLink } from "./settings/links.mjs";
import { withLocalValues } from "./settings/local_values.mjs";
import { scheduleOf } from "./settings/setting_changes.mjs";
import { Settings } from "./settings/settings.mjs";

const BARS_INTERVAL = 60; // ms between two writings of the readouts and the timeline while playing
const LINK_INTERVAL = 1000; // ms between two writings of the link while playing: browsers allow about three a second

let drawing = null;
let pictures = null;
const shown = { bars: 0, link: 0 }; // when each was last written

/* ---- settings ---- */

/* What Dash tells when a page has appeared or a control has changed: what the controls say, then the page's declaration. */
export function collect(...given) {
  const declaration = given.pop();
  if (!session.page || session.page.declaration !== declaration) open(declaration);
  else session.settings.collect(given);
  return window.dash_clientside.no_update;
}

document.addEventListener("input", (event) => {
  if (session.settings && session.settings.hear(event.target)) event.stopPropagation(); // Dash hears of it when it is let go
}, true);

function changed(names) {
  apply(names.map((name) => session.page.fields[name].effect));
  drawing.ask(session.words);
}

/* What changed fields do to the run: the most far-reaching effect of the changed fields decides. */
function apply(effects) {
  const { playback, words } = session;
  if (playback) {
    if (effects.includes("restart")) restart();
    else if (effects.includes("redraw")) playback.begin(withLatest(playback.schedule), playback.step);
    else if (effects.includes("continue")) playback.change(words);
    else playback.schedule = withLatest(playback.schedule);
  }
  session.tell("settings");
  describe();
}

function restart() {
  const { playback, words } = session;
  playback.begin([{ step: 0, words }], 0);
  if (!playback.playing) showStatus("Ready");
}

/* The schedule with the present words of all fields that do not steer the training. */
function withLatest(schedule) {
  const { page, words } = session;
  const steering = (name) => page.fields[name].effect === "continue";
  return schedule.map((change) => {
    const mixed = Object.keys(words).map((name) => [name, steering(name) ? change.words[name] : words[name]]);
    return { step: change.step, words: Object.fromEntries(mixed) };
  });
}

/* ---- opening a page ---- */

function open(declaration) {
  const page = (session.page = { declaration, ...declaration });
  const start = withLocalValues(page.fields, page.start);
  const schedule = scheduleOf(start, page.changes);
  session.settings = new Settings(page, schedule[schedule.length - 1].words, changed);
  session.animator = new Painter(page.figures.map((name) => `${page.lesson}-${name}`));
  pictures = new Pictures(page, shownNow);
  drawing = new Drawing(page, pictures);
  session.playback = page.steps ? new Playback(page, { request, frame, status: showStatus }) : null;
  if (session.playback) {
    session.playback.speed = page.speeds[page.speed] || Infinity; // the place beyond all speeds
    session.playback.begin(schedule, page.step);
  }
  session.tell("page");
  pictures.put(page.later);
  if (Object.keys(start).some((name) => start[name] !== page.start[name])) drawing.ask(session.words);
}

/* Data of a figure with what the run shows just now. */
function shownNow(data) {
  const { playback } = session;
  return withFrame(data, playback && playback.frames, playback ? playback.index : 0);
}

/* Ask for the next stretch of a run; one that gets lost is asked for again (run/playback.mjs). */
async function request(message) {
  const asking = session.playback;
  const answer = await askServer("training", message).catch(console.error);
  if (answer && asking === session.playback) asking.receive(answer);
}

/* Whether anything of the page is still to be drawn. */
export const isDrawing = () => !session.page || pictures.isBusy || drawing.isBusy;

/* ---- frames ---- */

/* Another frame is on the screen; `still` says that it stays there. */
function frame(still) {
  const { animator, playback } = session;
  if (!playback.frames.length) return;
  animator.show(playback.frames, playback.index, still);
  const now = performance.now();
  if (still || now - shown.bars > BARS_INTERVAL) showBars(now);
  if (still || now - shown.link > LINK_INTERVAL) describe();
}

function showBars(now) {
  const { page, playback } = session;
  shown.bars = now;
  showReadouts(page, playback.frames, playback.index);
  showTables(page, playback.frames, playback.index);
  showNumbersNow(page, playback.frames, playback.index);
  const last = playback.frames.has("last_step") ? playback.frames.now("last_step", playback.index)[0] : 0;
  showTimeline(playback.step, Math.max(playback.end, last));
}

function describe() {
  shown.link = performance.now();
  writeLink();
}

session.on("comparison", () => {
  const { animator, playback } = session;
  if (!playback || !playback.frames.length) return; // what comes will be painted and said
  animator.show(playback.frames, playback.index, true);
  describe();
});

let last = performance.now();
function tick(now) {
  window.requestAnimationFrame(tick);
  const seconds = Math.min((now - last) / 1000, 0.25);
  last = now;
  const { animator, page, playback } = session;
  if (playback && document.getElementById(`${page.lesson}--page`)) {
    playback.tick(seconds);
    animator.tick();
  }
}
window.requestAnimationFrame(tick);
