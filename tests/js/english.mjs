/* The modules speak English in tests: loaded before them, since there is no document that says what they say. */

import { readFileSync } from "node:fs";
import { speak } from "../../assets/js/messages.mjs";

const CATALOGUE = new URL("../../nnviz/web/messages/en.toml", import.meta.url);
/** @type {Record<string, string>} */
const texts = {};
let table = "";
for (const line of readFileSync(CATALOGUE, "utf8").split("\n")) {
  table = /^\[([\w-]+)\]$/.exec(line)?.[1] ?? table;
  const entry = /^([\w-]+) = (".*")$/.exec(line);
  if (entry) texts[`${table}.${entry[1]}`] = JSON.parse(entry[2]);
}
speak(texts);
