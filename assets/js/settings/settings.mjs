/* The settings of a page: the words that its controls say, and the way to set them as if the controls had been moved.

   Dash goes through every component of the page several times when one of them has a new value, which takes longer than
   all that follows from it. A slider that is dragged is therefore heard directly, and Dash when it is let go; and where
   fields are set without their controls, sliders are moved at once and Dash hears of it when they rest. */

import { isLocal, withLocalValues } from "./local_values.mjs";

const REST = 150; // ms


function wordOf(field, value) {
  if (field.words) return field.words[Number(value)];
  return typeof value === "boolean" ? (value ? "on" : "off") : value;
}

function valueOf(field, word) {
  if (field.words) return field.words.indexOf(word);
  return word === "on" || word === "off" ? word === "on" : word;
}

export class Settings {
  /* The words at first, field -> word, and what is called with the names of fields when they have changed. */
  constructor({ lesson, fields }, words, changed) {
    Object.assign(this, { lesson, fields, words, changed });
    this.ahead = new Set(); // names of the fields whose word Dash does not know yet
    this.show();
  }

  control(name) {
    return document.getElementById(`${this.lesson}-${name}`);
  }

  /* What all controls say, in the order of the fields, as Dash tells when one has changed. */
  collect(values) {
    const said = { ...this.words };
    Object.keys(this.fields).forEach((name, i) => {
      const word = wordOf(this.fields[name], values[i]);
      if (!this.ahead.has(name)) said[name] = word;
      else if (word === this.words[name]) this.ahead.delete(name);
    });
    this.take(said);
  }

  /* What the slider of a field says while it is dragged; true if it is one. */
  hear({ id, type, value }) {
    const name = Object.keys(this.fields).find((name) => id === `${this.lesson}-${name}`);
    if (!name || type !== "range") return false;
    this.ahead.add(name);
    this.take({ ...this.words, [name]: wordOf(this.fields[name], value) });
    return true;
  }

  take(said) {
    const now = withLocalValues(this.fields, said);
    const changed = Object.keys(now).filter((name) => now[name] !== this.words[name]);
    if (changed.length === 0) return [];
    this.words = now;
    this.show();
    this.changed(changed);
    return changed;
  }

  /* Set fields and their controls, all at once. */
  set(changes) {
    for (const name of this.take({ ...this.words, ...changes })) {
      if (isLocal(this.fields[name])) continue; // its control is a button and shows no word
      this.ahead.add(name);
      if (this.fields[name].words) this.control(name).value = valueOf(this.fields[name], this.words[name]);
      else this.tell(name);
    }
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.ahead.forEach((name) => this.tell(name)), REST);
  }

  tell(name) {
    if (!this.control(name)) return; // another page is on the screen
    window.dash_clientside.set_props(`${this.lesson}-${name}`, { value: valueOf(this.fields[name], this.words[name]) });
  }

  /* The words beside the sliders, which do not show them themselves. */
  show() {
    for (const [name, field] of Object.entries(this.fields)) {
      if (!field.words) continue;
      document.getElementById(`${this.lesson}-${name}-word`).textContent = this.words[name];
      this.control(name).setAttribute("aria-valuetext", this.words[name]);
    }
  }
}
