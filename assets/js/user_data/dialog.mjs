/* The dialog for one's own data: text or clicks go to the server, which says what they mean; the rows that it gives
   back are kept in this browser and are a word of the settings like any other. */

import { session } from "../session.mjs";
import { isLocal, keepLocally, localValue } from "../settings/local_values.mjs";
import { drawPlane, viewOf } from "./plane.mjs";

const byId = (id) => document.getElementById(id);
const REST = 250; // ms without typing after which the text is read
const MOST_BYTES = 1024 * 1024;
const CLICKED = { x: [-5, 5], y: [-5, 5] };
const HEADS = { classes: "x1,x2,class", numbers: "x,y" };

const state = { way: "text", points: [], label: 0, chosen: null, head: "", text: "", typed: "", question: 0, timer: 0 };

/* The field of the page on the screen that takes one's own data, as [name, field]. */
function fieldOfPage() {
  const { page } = session;
  return page ? Object.entries(page.fields).find(([, field]) => isLocal(field)) : undefined;
}

session.on("page", () => {
  const tool = byId("tool-own-data");
  const takes = fieldOfPage() !== undefined;
  tool.disabled = !takes;
  tool.title = takes ? "Train on your own data" : "This page has data of its own and takes no others";
});

/* ---- opening ---- */

document.addEventListener("nnviz:open", (event) => {
  if (event.target.id !== "dialog-own-data" || !fieldOfPage()) return;
  const kept = localValue(fieldOfPage()[0]);
  byId("own-data-forget").disabled = !kept;
  if (!byId("own-data-file").firstChild) byId("own-data-file").append(fileChooser());
  if (kept && !byId("own-data-text").value.trim()) byId("own-data-text").value = kept.slice(kept.indexOf(",") + 1);
  showWay();
  check();
});

function fileChooser() {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "file", accept: ".csv,.txt,.tsv,text/*" });
  input.id = "own-data-choose";
  input.addEventListener("change", () => input.files[0] && readFile(input.files[0]));
  label.append("or a file: ", input);
  return label;
}

/* ---- the text ---- */

async function readFile(file) {
  if (file.size > MOST_BYTES)
    return say(`“${file.name}” has ${(file.size / MOST_BYTES).toFixed(1)} MB; at most 1 MB can be read.`, true);
  byId("own-data-text").value = decode(new Uint8Array(await file.arrayBuffer()));
  check();
}

/* Text as spreadsheets write it: UTF-16 with its mark, UTF-8, or else the letters of western Windows. */
function decode(bytes) {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  if (mark) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/* Ask the server what the text means; an answer to an earlier text is dropped. */
async function check() {
  const text = byId("own-data-text").value;
  const question = ++state.question;
  const head = text.split("\n", 1)[0];
  if (head !== state.head) state.chosen = null;
  Object.assign(state, { head, text: "" });
  byId("own-data-use").disabled = true;
  if (!text.trim()) return showAnswer({ columns: [], problem: "", text: "" });
  if (new TextEncoder().encode(text).length > MOST_BYTES) return say("The text has more than 1 MB.", true);
  try {
    const answer = await ask(text);
    if (question === state.question) showAnswer(answer);
  } catch {
    if (question === state.question) say("The server does not answer. Try again in a moment.", true);
  }
}

async function ask(text) {
  const chosen = state.chosen && new URLSearchParams(state.chosen);
  const response = await fetch(`/own-data${chosen ? `?${chosen}` : ""}`, {
    method: "POST",
    headers: { "Content-Type": "text/csv; charset=utf-8" },
    body: text,
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/* ---- what was understood ---- */

function say(text, isProblem) {
  byId("own-data-says").textContent = text;
  byId("own-data-says").classList.toggle("problem", Boolean(isProblem));
}

function showAnswer(answer) {
  state.text = answer.text;
  byId("own-data-use").disabled = !answer.text;
  showColumns(answer);
  const rows = rowsOf(answer.text);
  if (answer.text) say([summary(answer, rows), ...answer.notes].join(" "), false);
  else say(answer.problem, true);
  showPlane(answer, rows);
}

function rowsOf(text) {
  return text.split("\n").slice(1).map((line) => line.split(",").map(Number));
}

function summary(answer, rows) {
  const names = answer.features.map((place) => `“${answer.columns[place].name}”`).join(" and ");
  const task = answer.text.startsWith("classification") ? "two classes" : "a number";
  return `${rows.length.toLocaleString("en")} examples: ${names} to predict “${answer.columns[answer.target].name}”, ${task}.`;
}

function showPlane(answer, rows) {
  const place = byId("own-data-plane");
  if (state.way !== "text") return; // the clicked points are on it, and it stays under the pointer
  if (!answer.text) return place.replaceChildren();
  const names = answer.text.split("\n", 1)[0].split(",").slice(1);
  const isClass = answer.text.startsWith("classification");
  const targets = rows.map((row) => row[row.length - 1]);
  const [low, high] = [Math.min(...targets), Math.max(...targets)];
  const share = (row) => (isClass || row.length > 2 ? (row[row.length - 1] - low) / (high - low) : 0);
  const points = rows.map((row) => ({ x: row[0], y: row[1], share: share(row), isClass }));
  drawPlane(place, { points, view: viewOf(points), names });
}

/* ---- the choice of columns ---- */

function showColumns(answer) {
  const place = byId("own-data-columns");
  if (answer.columns.length < 2 || state.way !== "text") return place.replaceChildren();
  const numeric = answer.columns.map((column, i) => i).filter((i) => answer.columns[i].kind === "numbers");
  const filled = answer.columns.map((column, i) => i).filter((i) => answer.columns[i].kind !== "empty");
  const [first, second] = answer.features;
  place.replaceChildren(
    select("Feature 1", "own-data-first", answer, numeric, first),
    select("Feature 2", "own-data-second", answer, ["", ...numeric], second === undefined ? "" : second),
    select("Target", "own-data-target", answer, filled, answer.target),
  );
}

function select(label, id, answer, options, chosen) {
  const made = Object.assign(document.createElement("select"), { id });
  for (const option of options) made.add(new Option(option === "" ? "none" : answer.columns[option].name, option));
  made.value = String(chosen);
  made.addEventListener("change", choose);
  const around = document.createElement("label");
  around.append(label, made);
  return around;
}

function choose() {
  const features = [byId("own-data-first").value, byId("own-data-second").value].filter((place) => place !== "");
  state.chosen = { features: features.join(","), target: byId("own-data-target").value };
  check();
}

/* ---- clicks ---- */

function showWay() {
  for (const button of document.querySelectorAll("[data-way]"))
    button.setAttribute("aria-pressed", String(button.dataset.way === state.way));
  for (const button of document.querySelectorAll("[data-class]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.class) === state.label));
    button.hidden = state.way !== "classes";
  }
  byId("own-data-clicks").hidden = state.way === "text";
  if (state.way !== "text") showClicked();
}

function showClicked() {
  const names = state.way === "classes" ? ["x1", "x2"] : ["x", "y"];
  const picture = { points: state.points, view: CLICKED, names, onClick: addPoint };
  drawPlane(byId("own-data-plane"), picture);
}

function changeWay(way) {
  if (way === state.way) return;
  const box = byId("own-data-text");
  if (state.way === "text") state.typed = box.value;
  Object.assign(state, { way, points: [] });
  box.value = way === "text" ? state.typed : "";
  showWay();
  check();
}

function addPoint(x, y) {
  const isClass = state.way === "classes";
  state.points.push({ x, y, share: isClass ? state.label : 0, isClass });
  writePoints();
}

function writePoints() {
  const rows = state.points.map(({ x, y, share, isClass }) => (isClass ? `${x},${y},${share}` : `${x},${y}`));
  byId("own-data-text").value = rows.length ? [HEADS[state.way], ...rows].join("\n") : "";
  showClicked();
  check();
}

/* ---- using, forgetting ---- */

function use() {
  const [name, field] = fieldOfPage();
  const stays = keepLocally(name, state.text);
  session.settings.set({ ...field.kept_while, [name]: state.text });
  if (stays) byId("dialog-own-data").close();
  else say("These data are used now, but this browser’s storage takes nothing: they are gone with the page.", true);
}

function forget() {
  const [name] = fieldOfPage();
  keepLocally(name, "");
  session.settings.set({ [name]: "" });
  byId("own-data-text").value = "";
  byId("own-data-forget").disabled = true;
  state.points = [];
  showWay();
  check();
}

const presses = {
  "own-data-use": use,
  "own-data-forget": forget,
  "own-data-undo": () => {
    state.points.pop();
    writePoints();
  },
  "own-data-clear": () => {
    state.points = [];
    writePoints();
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("#dialog-own-data button");
  if (!button) return;
  if (button.dataset.way) changeWay(button.dataset.way);
  else if (button.dataset.class) {
    state.label = Number(button.dataset.class);
    showWay();
  } else if (button.id in presses) presses[button.id]();
});

document.addEventListener("input", (event) => {
  if (event.target.id !== "own-data-text") return;
  if (state.way !== "text") {
    state.way = "text"; // the clicked rows are edited by hand from now on
    showWay();
  }
  clearTimeout(state.timer);
  state.timer = setTimeout(check, REST);
});
