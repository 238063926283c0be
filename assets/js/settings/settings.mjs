/* The settings of a page: the values that its controls say, as Dash tells them, and the way to set them as if the controls
   had been moved. */

import { setProps } from "../dash.mjs";
import { byId } from "../dom.mjs";
import { isLocal, withLocalValues } from "./local_values.mjs";

/** @typedef {import("../session.mjs").Field} Field */
/** @typedef {import("../session.mjs").PageConfig} PageConfig */
/** @typedef {import("../session.mjs").Values} Values */

/**
 * What a control says: a place on a slider, whether it is switched on, or the value itself.
 * @param {Field} field
 * @param {any} said
 * @returns {string}
 */
function valueFor(field, said) {
  if (field.texts) return field.texts[Number(said)];
  return typeof said === "boolean" ? (said ? "on" : "off") : said;
}

/**
 * What a control has to say for a value.
 * @param {Field} field
 * @param {string} value
 */
function saidFor(field, value) {
  if (field.texts) return field.texts.indexOf(value);
  return value === "on" || value === "off" ? value === "on" : value;
}

export class Settings {
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

  /**
   * What all controls say, in the order of the fields, as Dash tells when one has changed.
   * @param {unknown[]} said
   */
  collect(said) {
    this.#take(
      Object.fromEntries(Object.entries(this.fields).map(([name, field], i) => [name, valueFor(field, said[i])])),
    );
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
   * Set fields and their controls, all at once: Dash tells what the controls say when all that is set here has been.
   * @param {Values} changes
   */
  set(changes) {
    for (const name of this.#take({ ...this.values, ...changes })) {
      const field = this.fields[name];
      if (isLocal(field)) continue; // its control is a button and shows no value
      setProps(`${this.lesson}-${name}`, { value: saidFor(field, this.values[name]) });
    }
  }

  /** The values beside the sliders, which do not show them themselves. */
  #show() {
    for (const [name, field] of Object.entries(this.fields)) {
      if (!field.texts) continue;
      byId(`${this.lesson}-${name}-value`, HTMLInputElement).value = this.values[name];
      byId(`${this.lesson}-${name}`).setAttribute("aria-valuetext", this.values[name]);
    }
  }
}
