/* The page as one HTML file that needs no network: text, named numbers, settings, link, the figures, and the recorded run, which
   js/offline/player.mjs plays there. The drawing library and the modules inside it are those of the page itself. */

import { withComparison } from "../comparison/traces.mjs";
import { all, byId, element } from "../dom.mjs";
import { asDrawn } from "../figures/as_drawn.mjs";
import { plotOf } from "../figures/plots.mjs";
import { message } from "../messages.mjs";
import { recordingOf } from "../offline/recording.mjs";
import { session } from "../session.mjs";
import { scriptsOf } from "./modules_in_file.mjs";
import { copyOf, origin, standalone } from "./standalone.mjs";

/** @typedef {import("../offline/player.mjs").Told} Told */

const STYLE = `
  body { max-width: 76rem; margin: 1.5rem auto; padding: 0 1rem; font: 17px/1.5 system-ui, sans-serif; color: #1b1f24; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1rem; }
  figure { margin: 0; min-width: 0; } [data-figure] { height: 26rem; }
  [data-size="long"] { grid-column: 1 / -1; }
  figcaption, dt, .made { color: #57606a; font-size: 0.95rem; } figcaption strong { color: #1b1f24; }
  dl { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; } dd { margin: 0; font-variant-numeric: tabular-nums; }
  table { border-collapse: collapse; } .comparison, .facts, .live-table { overflow-x: auto; margin-bottom: 1rem; }
  th, td { padding: 0.15rem 1rem 0.15rem 0; border-bottom: 1px solid #d0d7de; text-align: left; vertical-align: top; }
  .readout:has(dd:empty) { display: none; }
  .text { max-width: 46rem; } a { color: #0072b2; } .comparison path { stroke: currentcolor; stroke-width: 2; }
  .comparison svg { width: 40px; height: 10px; }
  .playback { position: sticky; bottom: 0; z-index: 2; display: flex; gap: 0.5rem; align-items: center; padding: 0.5rem 0; background: #fff; }
  .playback button { min-width: 2.75rem; min-height: 2.75rem; font-size: 1rem; } .playback input { flex: 1; min-width: 0; }
  .playback output { min-width: 5ch; text-align: right; font-variant-numeric: tabular-nums; }
  @media print { .playback { display: none; } }
  math { font-family: "STIX Two Math", math; font-size: 1.15em; } .formula { margin: 1rem 0; padding: 0.25rem 0; overflow: auto hidden; }
  mtd[columnalign="left"] { text-align: left; } mtd[columnalign="right"] { text-align: right; }`;

/* ---- what stands on it ---- */

/** What the control of a field shows. @param {string} id @param {string} value */
function shownValue(id, value) {
  const control = document.getElementById(`${id}-value`) || document.getElementById(id);
  if (control instanceof HTMLInputElement && control.type === "checkbox")
    return message(control.checked ? "take-away.on" : "take-away.off");
  return control instanceof HTMLInputElement ? control.value : value;
}

/** The settings that do something, as facts: a control that is greyed out says why, and one's own rows are a file by themselves. */
function settings() {
  const { page, values } = session;
  const entries = Object.keys(page.fields).flatMap((name) => {
    const id = `${page.lesson}-${name}`;
    const isIdle = document.getElementById(`${id}-why`)?.textContent || document.querySelector(`button[id="${id}"]`);
    const value = shownValue(id, values[name]);
    if (isIdle || value === "") return [];
    const label = document.querySelector(`label[for="${id}"]`)?.textContent || name;
    return [element("div", {}, element("dt", {}, label), element("dd", {}, value))];
  });
  return element("dl", { className: "settings" }, ...entries);
}

/** What plays the run, if there is one; js/offline/player.mjs moves it. */
function playbackBar() {
  const { playback } = session;
  if (!playback?.frames.length) return [];
  const { frames } = playback;
  const faces = { "step-back": "◀", play: "▶", "step-forward": "▶❙" };
  const buttons = Object.entries(faces).map(([id, face]) => {
    const name = message(`playback.${id}`);
    return element("button", { id, type: "button", title: name, ariaLabel: name }, face);
  });
  const [min, max] = [frames.step(0), frames.step(frames.length - 1)].map(String);
  const name = message("playback.timeline");
  const timeline = element("input", { id: "timeline", type: "range", min, max, step: "1", ariaLabel: name });
  timeline.setAttribute("value", String(playback.step));
  for (const attribute of ["min", "max", "step"])
    timeline.setAttribute(attribute, timeline[/** @type {"min"} */ (attribute)]);
  return [element("div", { className: "playback" }, ...buttons, timeline, element("output", { id: "step" }))];
}

/** The names of the figures, those first that lead on the screen. */
function leadingFirst() {
  const leads = new Set(all("figure[data-leads]").map(({ dataset }) => dataset.figure));
  return [...session.page.figures].sort((a, b) => Number(leads.has(b)) - Number(leads.has(a)));
}

/** @param {string} name */
function figure(name) {
  const shown = byId(`${session.page.lesson}-${name}`).closest("figure");
  const caption = shown?.querySelector("figcaption");
  const place = element("div", { dataset: { figure: name } });
  const size = shown?.dataset.size || "";
  return element("figure", { className: "picture", dataset: { size } }, ...(caption ? [copyOf(caption)] : []), place);
}

/**
 * The parts of the page that have something to say, in their order.
 * @param {string} selector
 */
function parts(selector) {
  const found = all(`.lesson ${selector}`);
  return found.filter((part) => !part.hidden && (part.textContent || "").trim() !== "").map(copyOf);
}

function body() {
  return [
    element("h1", {}, document.getElementById("place-title")?.textContent || ""),
    origin(),
    ...parts(":is(.notice, .watch, .facts, .readouts, .comparison)"),
    element("div", { className: "figures" }, ...leadingFirst().map(figure)),
    ...playbackBar(),
    ...parts(":is(.live-table, .text)"),
    element("h2", {}, message("take-away.settings")),
    settings(),
  ];
}

/* ---- the file ---- */

/**
 * Text that ends no script element and begins no comment in one, whatever it holds; inside JavaScript's own texts and
 * patterns it means the same.
 * @param {string} code
 */
const inScript = (code) => code.replace(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");

/** @type {(key: string, value: any) => unknown} */
const plain = (_, value) => (ArrayBuffer.isView(value) ? Array.from(/** @type {Float64Array} */ (value)) : value);

/**
 * How a figure behaves here: without the maker's logo, and without the button that sends data to him.
 * @param {string} name
 */
function configOf(name) {
  const { displaylogo, responsive, plotlyServerURL, modeBarButtonsToRemove } = plotOf(name)?._context || {};
  return { displaylogo, responsive, plotlyServerURL, modeBarButtonsToRemove };
}

/** What the player has to know. @returns {Told} */
function told() {
  const { page, playback } = session;
  const figures = page.figures.map((name) => {
    const { data, layout } = asDrawn(name) || { data: [], layout: {} };
    return [name, { data: withComparison(data), layout, config: configOf(name) }];
  });
  /** Those that stand on the page. @template T @param {Record<string, T>} named */
  const byPlace = (named) =>
    Object.fromEntries(Object.entries(named).map(([name, value]) => [`${page.lesson}-${name}`, value]));
  return {
    figures: Object.fromEntries(figures),
    recording: playback?.frames.length ? recordingOf(playback.frames) : null,
    step: playback?.step || 0,
    speed: Math.min(playback?.speed || 0, Number.MAX_SAFE_INTEGER),
    readouts: byPlace(page.readouts),
    tables: byPlace(page.tables),
  };
}

/** The scripts of the drawing library that the page has loaded: the one in space needs the other before it. */
function drawingLibrary() {
  const scripts = [...document.scripts].filter(({ src }) => /plotly[\w.-]*\.js/.test(src));
  scripts.sort((a, b) => Number(/space/.test(a.src)) - Number(/space/.test(b.src)));
  return Promise.all(scripts.map(({ src }) => textOf(src)));
}

/** @param {string} address */
async function textOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(message("take-away.answers", { status: answer.status }));
  return answer.text();
}

/** The typeface of formulas as a rule that needs no network. */
async function formulaFont() {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  const source = faces.map(({ style }) => style.getPropertyValue("src")).find((src) => src.includes("stix")) || "";
  const answer = await fetch(/url\("?([^")]*)/.exec(source)?.[1] || "");
  return `@font-face { font-family: "STIX Two Math"; src: url(${await asAddress(await answer.blob())}); }`;
}

/**
 * A file as an address that holds it.
 * @param {Blob} file
 * @returns {Promise<string>}
 */
const asAddress = (file) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(file);
  });

/** The file in pieces. */
export async function offlinePage() {
  const scripts = [
    `<script type="application/json" id="told">${JSON.stringify(told(), plain).replaceAll("<", "\\u003c")}</script>\n`,
    `${byId("messages").outerHTML}\n`,
    ...(await drawingLibrary()).map((code) => `<script>${inScript(code)}</script>\n`),
    ...(await scriptsOf("../offline/player.mjs")),
  ];
  return standalone({ title: document.title, style: STYLE + (await formulaFont()), body: body(), scripts });
}
