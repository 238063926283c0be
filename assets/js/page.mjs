/* Opens a page and joins its settings, its run and its figures. */

import { Animator } from "./figures/animator.mjs";
import { DrawingRequests } from "./figures/drawing_requests.mjs";
import { FiguresOnPage } from "./figures/on_page.mjs";
import { message } from "./messages.mjs";
import { askForChunk } from "./run/asking.mjs";
import { Playback } from "./run/playback.mjs";
import { showStatus } from "./run/status.mjs";
import { session } from "./session.mjs";
import { writeLink } from "./settings/links.mjs";
import { withLocalValues } from "./settings/local_values.mjs";
import { settingChangesOf, withThroughout } from "./settings/setting_changes.mjs";
import { Settings } from "./settings/settings.mjs";

/** @typedef {import("./session.mjs").Field} Field */
/** @typedef {import("./session.mjs").PageConfig} PageConfig */
/** @typedef {import("./settings/setting_changes.mjs").SettingChange} SettingChange */

const BARS_INTERVAL = 60; // ms between two writings of the readouts and the timeline while playing
const LINK_INTERVAL = 1000; // ms between two writings of the link while playing: browsers allow about three a second

/** @type {FiguresOnPage | null} */
let figures = null;
/** @type {DrawingRequests | null} */
let drawing = null;
const written = { bars: 0, link: 0 }; // when each was last

/**
 * What Dash calls when a page has appeared or a control has changed, with what the controls say and the page's config:
 * the settings.
 * @param {any[]} given
 */
export function collect(...given) {
  const config = given.pop();
  if (!session.isOpen || session.page !== config) open(config);
  else session.settings.collect(given);
  return session.values;
}

/** @param {PageConfig} page */
function open(page) {
  const start = withLocalValues(page.fields, page.start);
  const settingChanges = settingChangesOf(start, page.changes);
  const settings = new Settings(page, settingChanges[settingChanges.length - 1].values, changed);
  const animator = new Animator(Object.fromEntries(page.figures.map((name) => [`${page.lesson}-${name}`, name])));
  const playback = page.steps ? new Playback(page, { request, frame, status: showStatus }) : null;
  const onPage = new FiguresOnPage(page);
  figures = onPage;
  drawing = new DrawingRequests(page, (drawn) => onPage.show(drawn));
  session.open({ page, settings, animator, playback });
  if (playback) {
    playback.speed = page.speeds[page.speed] || Infinity; // the place beyond all speeds
    playback.begin(settingChanges, page.step);
  }
  session.tell("page");
  figures.begin(page.later);
  const isOther = Object.keys(start).some((name) => start[name] !== page.start[name]);
  if (isOther || page.unfinished.length > 0) drawing.ask(settings.values);
}

/** Whether anything of the page is still to be drawn. */
export const isDrawing = () => !figures || !drawing || figures.isBusy || drawing.isBusy;

/* ---- settings ---- */

/**
 * What changed fields do to the run: the most far-reaching effect decides.
 * @param {string[]} names
 */
function changed(names) {
  const { page, playback, values } = session;
  const effects = names.map((name) => page.fields[name].effect);
  if (playback) {
    if (effects.includes("restart")) restart(playback);
    else if (effects.includes("rerecord")) playback.begin(withLatest(playback.settingChanges), playback.step);
    else if (effects.includes("resume")) playback.change(values);
    else playback.settingChanges = withLatest(playback.settingChanges);
  }
  session.tell("settings");
  describe();
  drawing?.ask(values);
}

/** @param {Playback} playback */
function restart(playback) {
  playback.begin([{ step: 0, values: session.values }], 0);
  if (!playback.playing) showStatus(message("run.ready"));
}

/**
 * The same changes with the present values of all fields that do not steer the training.
 * @param {SettingChange[]} settingChanges
 */
function withLatest(settingChanges) {
  const { page, values } = session;
  const others = Object.entries(values).filter(([name]) => page.fields[name].effect !== "resume");
  return withThroughout(settingChanges, Object.fromEntries(others));
}

/* ---- frames ---- */

/**
 * Ask for the next chunk of the run.
 * @param {import("./run/chunks.mjs").Message} question
 */
function request(question) {
  const asking = session.playback;
  if (asking) askForChunk(asking, question, () => asking === session.playback);
}

/**
 * Another frame is on the screen.
 * @param {boolean} stays
 */
function frame(stays) {
  const { animator, run } = session;
  if (!run.frames.length || !figures?.isOnScreen) return;
  animator.show(run.frames, run.index, stays);
  const now = performance.now();
  if (stays || now - written.bars > BARS_INTERVAL) {
    written.bars = now;
    session.tell("frame");
  }
  if (stays || now - written.link > LINK_INTERVAL) describe();
}

function describe() {
  written.link = performance.now();
  writeLink();
}

session.on("stage", () => figures?.refit());

session.on("comparison", () => {
  const { animator, playback } = session;
  if (!playback?.frames.length) return; // what comes will be painted and said
  animator.show(playback.frames, playback.index, true);
  describe();
});

let last = performance.now();

/** @param {number} now */
function tick(now) {
  window.requestAnimationFrame(tick);
  const seconds = Math.min((now - last) / 1000, 0.25);
  last = now;
  if (!session.playback || !figures?.isOnScreen) return;
  session.playback.tick(seconds);
  session.animator.tick();
}

window.requestAnimationFrame(tick);
