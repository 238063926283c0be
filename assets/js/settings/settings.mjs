/* The settings of a page: the values that its controls say, and the way to set them as if the controls had been moved.

   Dash goes through every component of the page several times when one of them has a new value, which takes longer than
   all that follows from it. A slider that is dragged is therefore heard directly, and Dash when it is let go; and where
   fields are set without their controls, sliders are moved at once and Dash hears of it when they rest. */

import { setProps } from "../dash.mjs";
import { byId } from "../dom.mjs";
import { isLocal, withLocalValues } from "./local_values.mjs";

/** @typedef {import("../session.mjs").Field} Field */
/** @typedef {import("../session.mjs").PageConfig} PageConfig */
/** @typedef {import("../session.mjs").Values} Values */

const REST = 150; // ms

/**
 * What a control says: a place on a slider, whether it is switched on, or the value itself.
 * @param {Field} field
 * @param {any} said
 * @returns {string}
 */
function valueFor(field, said) {
  if (field.words) return field.words[Number(said)];
  return typeof said === "boolean" ? (said ? "on" : "off") : said;
}

/**
 * What a control has to say for a value.
 * @param {Field} field
 * @param {string} value
 */
function saidFor(field, value) {
  if (field.words) return field.words.indexOf(value);
  return value === "on" || value === "off" ? value === "on" : value;
}

export class Settings {
  /** The fields whose value Dash does not know yet. @type {Set<string>} */
  #ahead = new Set();
  #resting = 0;

  /**
   * @param {PageConfig} page
   * @param {Values} values  at first
   * @param {(names: string[]) => void} changed  is called with the names of fields when they have changed
   */
  constructor({ lesson, fields }, values, changed) {
    this.lesson = lesson;
    this.fields = fields;
    this.values = values;
    this.changed = changed;
    this.#show();
  }

  /** @param {string} name */
  #control(name) {
    return /** @type {HTMLInputElement | null} */ (document.getElementById(`${this.lesson}-${name}`));
  }

  /**
   * What all controls say, in the order of the fields, as Dash tells when one has changed.
   * @param {unknown[]} said
   */
  collect(said) {
    const values = { ...this.values };
    Object.entries(this.fields).forEach(([name, field], i) => {
      const value = valueFor(field, said[i]);
      if (!this.#ahead.has(name)) values[name] = value;
      else if (value === this.values[name]) this.#ahead.delete(name);
    });
    this.#take(values);
  }

  /**
   * What the slider of a field says while it is dragged; true if it is one.
   * @param {EventTarget | null} control
   */
  hear(control) {
    if (!(control instanceof HTMLInputElement) || control.type !== "range") return false;
    const name = Object.keys(this.fields).find((name) => control.id === `${this.lesson}-${name}`);
    if (!name) return false;
    this.#ahead.add(name);
    this.#take({ ...this.values, [name]: valueFor(this.fields[name], control.value) });
    return true;
  }

  /** @param {Values} said */
  #take(said) {
    const now = withLocalValues(this.fields, said);
    const changed = Object.keys(now).filter((name) => now[name] !== this.values[name]);
    if (changed.length === 0) return [];
    this.values = now;
    this.#show();
    this.changed(changed);
    return changed;
  }

  /**
   * Set fields and their controls, all at once.
   * @param {Values} changes
   */
  set(changes) {
    for (const name of this.#take({ ...this.values, ...changes })) {
      const field = this.fields[name];
      if (isLocal(field)) continue; // its control is a button and shows no value
      this.#ahead.add(name);
      const control = this.#control(name);
      if (field.words && control) control.value = String(saidFor(field, this.values[name]));
      else this.#tell(name);
    }
    window.clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#tellAll(), REST);
  }

  #tellAll() {
    for (const name of this.#ahead) this.#tell(name);
  }

  /** @param {string} name */
  #tell(name) {
    if (!this.#control(name)) return; // another page is on the screen
    setProps(`${this.lesson}-${name}`, { value: saidFor(this.fields[name], this.values[name]) });
  }

  /** The values beside the sliders, which do not show them themselves. */
  #show() {
    for (const [name, field] of Object.entries(this.fields)) {
      if (!field.words) continue;
      byId(`${this.lesson}-${name}-word`).textContent = this.values[name];
      this.#control(name)?.setAttribute("aria-valuetext", this.values[name]);
    }
  }
}
