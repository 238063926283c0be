/* The box of the dialog for one's own data: what is in it, from wherever it came, which kept table that is, and what the
   server says that it means. */

import { byId } from "../dom.mjs";
import { session } from "../session.mjs";
import { isLocal } from "../settings/local_values.mjs";
import { Clicks } from "./clicks.mjs";
import { freeName, nameFor, table } from "./kept_tables.mjs";
import { Reading } from "./reading.mjs";
import { callTable, showTables, suggestName } from "./table_choice.mjs";
import { asCsv, isSwapped, meaningOf } from "./table_texts.mjs";
import {
  chosenColumns,
  NOTHING,
  say,
  showClasses,
  showColumns,
  showMeaning,
  showReadings,
  showRows,
  showUnderstood,
} from "./understood.mjs";

/** @typedef {import("./clicks.mjs").Way} Way */
/** @typedef {import("./kept_tables.mjs").Choice} Choice */
/** @typedef {import("./understood.mjs").Understood} Understood */

/** The field of the page on the screen that takes one's own data, as [name, field]. */
export const fieldOfPage = () =>
  session.isOpen ? Object.entries(session.page.fields).find(([, field]) => isLocal(field)) : undefined;

/**
 * @param {string} id
 * @param {boolean} isEnabled
 */
export const enable = (id, isEnabled) => {
  byId(id, HTMLButtonElement).disabled = !isEnabled;
};

class Box {
  current = ""; // the name of the kept table that is in the box; empty for a new one
  isEdited = false; // whether it has something that is not kept
  understood = NOTHING;
  clicks = new Clicks((text) => this.#clicked(text));
  reading = new Reading(
    (answer) => this.#show(answer),
    (problem) => say(problem, true),
  );
  #linked = ""; // the table of a link that was put into the box
  #told = ""; // what is said about the file that the text is from
  #typed = { text: "", name: "" }; // what stood in the box before points were clicked

  get #area() {
    return byId("own-data-text", HTMLTextAreaElement);
  }

  get text() {
    return this.#area.value;
  }

  /** @param {string} name */
  #call(name) {
    this.current = name;
    callTable(name);
  }

  /**
   * What is in the box is kept from now on.
   * @param {string} name
   */
  isKeptAs(name) {
    this.#call(name);
    this.isEdited = false;
  }

  /**
   * Put a kept table into the box; nothing for a new one.
   * @param {string} name
   */
  load(name) {
    const kept = table(name);
    const text = kept ? kept.source || asCsv(kept.text) : "";
    const choice =
      kept && !kept.source ? { decimal: ".", swap: kept.choice.swap, meaning: meaningOf(kept.text) } : kept?.choice;
    this.isKeptAs(kept ? name : "");
    this.#fill(text, choice);
  }

  /**
   * Put the table of a link into the box, once.
   * @param {string} table
   */
  loadLinked(table) {
    if (this.#linked === table) return this.check();
    this.#linked = table;
    this.isKeptAs("");
    this.#fill(asCsv(table), { decimal: ".", swap: isSwapped(table), meaning: meaningOf(table) });
  }

  /**
   * @param {string} text
   * @param {Partial<Choice>} [choice]
   */
  #fill(text, choice) {
    this.#told = "";
    this.clicks.way = "text";
    this.clicks.points = [];
    this.clicks.show();
    this.#area.value = text;
    this.reading.begin(text, choice);
    this.check();
  }

  /**
   * A file is being read, whatever becomes of it.
   * @param {string} name
   */
  begin(name) {
    this.reading.drop();
    this.current = "";
    callTable(name.replace(/\.[^.]*$/, "").slice(0, 60));
  }

  /**
   * @param {string} text  of a file
   * @param {string} [decimal]  the sign, where the file says it
   * @param {string} [says]  what is said about the file
   */
  read(text, decimal = "", says = "") {
    this.isEdited = true;
    this.#fill(text, { decimal });
    this.#told = says;
    showTables("");
  }

  /** Somebody has written into the box. */
  written() {
    if (this.clicks.way !== "text") {
      this.clicks.way = "text"; // the clicked rows are edited by hand from now on
      this.clicks.show();
    }
    if (this.current && this.reading.isOther(this.text)) {
      this.#call("");
      showTables("");
    }
    this.#told = "";
    this.isEdited = true;
  }

  /** @param {string} text */
  #clicked(text) {
    this.#area.value = text;
    this.isEdited = true;
    this.check();
  }

  /** @param {Way} way */
  changeWay(way) {
    const { clicks } = this;
    if (way === clicks.way) return;
    if (clicks.way === "text") this.#typed = { text: this.text, name: this.current };
    const { text, name } = way === "text" ? this.#typed : { text: "", name: "" };
    clicks.way = way;
    clicks.points = [];
    this.#area.value = text;
    this.#call(name);
    clicks.show();
    this.check();
  }

  /* ---- what it means ---- */

  check() {
    this.understood = NOTHING;
    enable("own-data-use", false);
    enable("own-data-forget", this.current !== "");
    return this.reading.ask(this.text, session.isOpen ? session.page.lesson : "");
  }

  /** @param {Understood} answer */
  #show(answer) {
    this.understood = answer;
    enable("own-data-use", answer.text !== "" && !answer.unfit);
    suggestName(answer.text ? freeName(nameFor(answer.text), this.current) : "");
    showUnderstood(this.#told && answer !== NOTHING ? { ...answer, notes: [this.#told, ...answer.notes] } : answer);
    showReadings(answer, (decimal) => this.#choose({ decimal }));
    byId("own-data-columns").replaceChildren();
    if (this.clicks.way !== "text") return; // the clicked points are on the plane, and it stays under the pointer
    if (answer.columns.length > 1) this.#offer(answer);
    showRows(answer);
  }

  /** @param {Understood} answer */
  #offer(answer) {
    const { swap, meaning } = this.reading.choice;
    showColumns(answer, fieldOfPage()?.[1].n_features ?? [1, 2], () => {
      const columns = chosenColumns();
      const isSame = columns.target === String(answer.target);
      this.#choose({ ...columns, swap: swap && isSame, meaning: isSame ? meaning : "" });
    });
    showMeaning(answer, (chosen) => this.#choose({ meaning: chosen }));
    showClasses(answer, () => this.#choose({ swap: !swap }));
  }

  /** @param {Partial<Choice>} chosen */
  #choose(chosen) {
    Object.assign(this.reading.choice, chosen);
    this.isEdited = true;
    this.check();
  }
}

export const box = new Box();
