/* The dialog for one's own data: text or clicks go to the server, which says what they mean; the rows that it gives back
   stay in this browser, as tables with names, and are a value of the settings like any other. */

import { around, byId, isAt } from "../dom.mjs";
import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { readAgain } from "../settings/local_values.mjs";
import { whenOpened } from "../shell/dialogs.mjs";
import { box, enable, fieldOfPage } from "./box.mjs";
import { fileChooser } from "./file_chooser.mjs";
import { forgetTable, freeName, keepTable, nameFor, showOn, shownOn } from "./kept_tables.mjs";
import { chosenTable, nameOfTable, showTables } from "./table_choice.mjs";
import { say } from "./understood.mjs";

/** @typedef {import("./clicks.mjs").Way} Way */

const REST = 250; // ms without typing after which the text is read
let timer = 0;

session.on("page", () => {
  const takes = fieldOfPage() !== undefined;
  enable("tool-own-data", takes);
  const why = message(takes ? "tools.own-data" : "own-data.takes-none");
  byId("tool-own-data").title = why;
});

whenOpened("dialog-own-data", () => {
  const [, field] = fieldOfPage() || [];
  if (!field) return;
  byId("own-data-need").textContent = field.need || "";
  if (!byId("own-data-file").firstChild) byId("own-data-file").append(fileChooser(READER));
  const shown = shownOn(field);
  if (field.linked) box.loadLinked(field.linked);
  else if (shown && shown !== box.current && !box.isEdited) box.load(shown);
  else box.check();
  showTables(box.current);
  box.clicks.show();
});

/** @type {import("./file_chooser.mjs").Reader} */
const READER = {
  reading: (name) => box.begin(name),
  read: (text, decimal, says) => box.read(text, decimal, says),
};

function use() {
  const [name, field] = fieldOfPage() || [];
  if (!name || !field) return;
  const { text } = box.understood;
  const called = freeName(nameOfTable(nameFor(text)), box.current);
  const isKept = keepTable(called, { text, source: box.text, choice: box.reading.choice, at: Date.now() });
  const isRemembered = showOn(field.page ?? "", called);
  box.isKeptAs(called);
  field.linked = ""; // the link brings another table no more
  changed({ ...field.local_while, [name]: text });
  if (isKept && isRemembered) byId("dialog-own-data", HTMLDialogElement).close();
  else say(message("own-data.not-stored"), true);
}

function forget() {
  const [name] = fieldOfPage() || [];
  if (!name) return;
  forgetTable(box.current);
  box.load("");
  changed({ [name]: "" });
}

/**
 * What this browser has is another.
 * @param {Record<string, string>} values
 */
function changed(values) {
  readAgain();
  session.settings.set(values);
  showTables(box.current);
}

/** @type {Record<string, () => void>} */
const PRESSES = {
  "own-data-use": use,
  "own-data-forget": forget,
  "own-data-undo": () => box.clicks.put(box.clicks.points.slice(0, -1)),
  "own-data-clear": () => box.clicks.put([]),
};

document.addEventListener("click", (event) => {
  const button = around(event, "#dialog-own-data button");
  if (!button) return;
  if (button.dataset.way) box.changeWay(/** @type {Way} */ (button.dataset.way));
  else if (button.dataset.class) box.clicks.nextIs(Number(button.dataset.class));
  else if (button.id in PRESSES) PRESSES[button.id]();
});

document.addEventListener("change", (event) => {
  if (isAt(event, "own-data-table")) box.load(chosenTable());
});

document.addEventListener("input", (event) => {
  if (!isAt(event, "own-data-text")) return;
  box.written();
  window.clearTimeout(timer);
  timer = window.setTimeout(() => box.check(), REST);
});
