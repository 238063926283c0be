/* The kept tables in the dialog for one's own data: which of them is in the box, and what it is called. */

import { byId, element } from "../dom.mjs";
import { message } from "../messages.mjs";
import { tableNames } from "./kept_tables.mjs";

const select = () => byId("own-data-table", HTMLSelectElement);

/** The box for the name, which the script puts beside the buttons: Dash has none that is not its own. */
function input() {
  const label = byId("own-data-called");
  if (!label.firstChild)
    label.append(message("own-data.name"), element("input", { id: "own-data-name", maxLength: 80 }));
  return byId("own-data-name", HTMLInputElement);
}

/**
 * Offer all kept tables, and a new one.
 * @param {string} current  the name of that in the box; empty for a new one
 */
export function showTables(current) {
  const names = tableNames();
  byId("own-data-tables").hidden = names.length === 0;
  select().replaceChildren(new Option(message("own-data.new-table"), ""));
  for (const name of names) select().add(new Option(name, name));
  select().value = current;
}

export const chosenTable = () => select().value;

/**
 * Call the table in the box.
 * @param {string} name
 */
export function callTable(name) {
  input().value = name;
}

/**
 * What it is called, or would be if nobody gives it a name.
 * @param {string} otherwise
 */
export const nameOfTable = (otherwise) => input().value.trim().slice(0, input().maxLength) || otherwise;

/**
 * Show what the table in the box will be called if nobody gives it a name.
 * @param {string} name
 */
export function suggestName(name) {
  input().placeholder = name;
}
