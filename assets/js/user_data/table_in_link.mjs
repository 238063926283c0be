/* The table on the screen, if it is one's own, for a link: only a small one fits, and only who shares it puts it there. */

import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { isLocal } from "../settings/local_values.mjs";

const MOST_ROWS = 60; // as nnviz/web/linked_table.py
const LONGEST = 3000; // signs of the address: the server takes 8190 for all of it

/** The canonical text of one's own table that acts on the page; empty where none does. */
function tableOnScreen() {
  const { page, values } = session;
  const field = Object.entries(page.fields).find(([, one]) => isLocal(one));
  return field ? values[field[0]] : "";
}

/**
 * What a link can hold: the text, empty where it is too long, and what is said of it; null where no table acts.
 * @returns {{ text: string, says: string } | null}
 */
export function tableForLink() {
  const text = tableOnScreen();
  if (!text) return null;
  const n = text.split("\n").length - 1;
  if (n > MOST_ROWS) return { text: "", says: message("share.table-too-long", { n, most: MOST_ROWS }) };
  if (encodeURIComponent(text).length > LONGEST) return { text: "", says: message("share.table-too-wide") };
  return { text, says: message("share.table", { n }) };
}
