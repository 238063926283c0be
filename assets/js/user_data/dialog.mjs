/* The dialog for one's own data: text or clicks go to the server, which says what they mean; the rows that it gives back
   stay in this browser and are a value of the settings like any other. */

import { onServer } from "../addresses.mjs";
import { around, byId, isAt } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { isLocal, keepLocally, localValue } from "../settings/local_values.mjs";
import { whenOpened } from "../shell/dialogs.mjs";
import { Clicks } from "./clicks.mjs";
import { fileChooser, MOST_BYTES } from "./file_chooser.mjs";
import { chosenColumns, NOTHING, say, showColumns, showReadings, showRows, showUnderstood } from "./understood.mjs";

/** @typedef {import("./clicks.mjs").Way} Way */
/** @typedef {import("./understood.mjs").Understood} Understood */

const REST = 250; // ms without typing after which the text is read

/** @type {{ features: string, target: string } | null} */
let chosen = null; // the columns, once they are
let decimal = ""; // the sign for decimals, once it is chosen
let head = ""; // the first row when they were
let understood = NOTHING;
let told = ""; // what is said about the file that the text is from
let typed = ""; // what stood in the box before points were clicked
let question = 0;
let timer = 0;

const box = () => byId("own-data-text", HTMLTextAreaElement);
const enable = (/** @type {string} */ id, /** @type {boolean} */ isEnabled) => {
  byId(id, HTMLButtonElement).disabled = !isEnabled;
};

const clicks = new Clicks((text) => {
  box().value = text;
  check();
});

/** The field of the page on the screen that takes one's own data, as [name, field]. */
const fieldOfPage = () =>
  session.isOpen ? Object.entries(session.page.fields).find(([, field]) => isLocal(field)) : undefined;

session.on("page", () => {
  const takes = fieldOfPage() !== undefined;
  enable("tool-own-data", takes);
  const why = message(takes ? "tools.own-data" : "own-data.takes-none");
  byId("tool-own-data").title = why;
});

/* ---- opening ---- */

whenOpened("dialog-own-data", () => {
  const [name, field] = fieldOfPage() || [];
  if (!name || !field) return;
  byId("own-data-need").textContent = field.need || "";
  const kept = localValue(name);
  enable("own-data-forget", kept !== "");
  if (!byId("own-data-file").firstChild) byId("own-data-file").append(fileChooser({ reading, read }));
  if (kept && !box().value.trim()) {
    box().value = kept.slice(kept.indexOf(",") + 1);
    head = firstLine();
    decimal = "."; // as our own texts write them
  }
  clicks.show();
  check();
});

/** A file is being read: what is still asked about an earlier text has no answer any more. */
function reading() {
  question += 1;
  show(NOTHING);
}

/**
 * @param {string} text  of a file
 * @param {string} [sign]  for decimals, where the file says it
 * @param {string} [says]  what is said about the file
 */
function read(text, sign = "", says = "") {
  box().value = text;
  head = firstLine();
  chosen = null;
  decimal = sign;
  told = says;
  check();
}

/* ---- what the text means ---- */

const firstLine = () => box().value.split("\n", 1)[0];

/** Ask the server what the text means; an answer to an earlier text is dropped. */
async function check() {
  const text = box().value;
  question += 1;
  const number = question;
  const first = firstLine();
  if (first !== head) {
    chosen = null;
    decimal = "";
  }
  head = first;
  understood = NOTHING;
  enable("own-data-use", false);
  if (!text.trim()) return show(NOTHING);
  if (new TextEncoder().encode(text).length > MOST_BYTES) {
    show(NOTHING);
    return say(message("own-data.too-long"), true);
  }
  try {
    const answer = await ask(text);
    if (number === question) show({ ...answer, notes: told ? [told, ...answer.notes] : answer.notes });
  } catch {
    if (number === question) say(message("own-data.no-answer"), true);
  }
}

/**
 * @param {string} text
 * @returns {Promise<Understood>}
 */
async function ask(text) {
  const headers = { "Content-Type": "text/csv; charset=utf-8" };
  const page = session.isOpen ? session.page.lesson : "";
  const said = new URLSearchParams({ ...chosen, decimal, page, lang: document.documentElement.lang });
  const address = `${onServer("own-data")}?${said}`;
  const response = await fetch(address, { method: "POST", headers, body: text });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** @param {Understood} answer */
function show(answer) {
  understood = answer;
  enable("own-data-use", answer.text !== "" && !answer.unfit);
  showUnderstood(answer);
  showReadings(answer, chooseDecimal);
  if (clicks.way === "text" && answer.columns.length > 1)
    showColumns(answer, fieldOfPage()?.[1].n_features ?? [1, 2], choose);
  else byId("own-data-columns").replaceChildren();
  if (clicks.way === "text") showRows(answer); // the clicked points are on the plane, and it stays under the pointer
}

function choose() {
  chosen = chosenColumns();
  check();
}

/** @param {string} sign */
function chooseDecimal(sign) {
  decimal = sign;
  check();
}

/* ---- using, forgetting ---- */

function use() {
  const [name, field] = fieldOfPage() || [];
  if (!name || !field) return;
  const stays = keepLocally(name, understood.text);
  session.settings.set({ ...field.local_while, [name]: understood.text });
  if (stays) byId("dialog-own-data", HTMLDialogElement).close();
  else say(message("own-data.not-stored"), true);
}

function forget() {
  const [name] = fieldOfPage() || [];
  if (!name) return;
  keepLocally(name, "");
  session.settings.set({ [name]: "" });
  box().value = "";
  enable("own-data-forget", false);
  clicks.points = [];
  clicks.show();
  check();
}

/** @param {Way} way */
function changeWay(way) {
  if (way === clicks.way) return;
  if (clicks.way === "text") typed = box().value;
  clicks.way = way;
  clicks.points = [];
  box().value = way === "text" ? typed : "";
  clicks.show();
  check();
}

/** @param {number} label */
function changeClass(label) {
  clicks.label = label;
  clicks.show();
}

/** @type {Record<string, () => void>} */
const PRESSES = {
  "own-data-use": use,
  "own-data-forget": forget,
  "own-data-undo": () => clicks.put(clicks.points.slice(0, -1)),
  "own-data-clear": () => clicks.put([]),
};

document.addEventListener("click", (event) => {
  const button = around(event, "#dialog-own-data button");
  if (!button) return;
  if (button.dataset.way) changeWay(/** @type {Way} */ (button.dataset.way));
  else if (button.dataset.class) changeClass(Number(button.dataset.class));
  else if (button.id in PRESSES) PRESSES[button.id]();
});

document.addEventListener("input", (event) => {
  if (!isAt(event, "own-data-text")) return;
  if (clicks.way !== "text") {
    clicks.way = "text"; // the clicked rows are edited by hand from now on
    clicks.show();
  }
  told = "";
  window.clearTimeout(timer);
  timer = window.setTimeout(check, REST);
});
