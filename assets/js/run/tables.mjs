/* Tables whose last columns the run fills with texts. */

import { session } from "../session.mjs";
import { fillColumn } from "./table_columns.mjs";

session.on("frame", () => {
  const { lesson, tables } = session.page;
  const { frames, index } = session.run;
  for (const [name, arrays] of Object.entries(tables)) {
    const table = document.getElementById(`${lesson}-${name}`);
    if (!table) continue;
    for (const array of arrays) fillColumn(table, array, frames.has(array) ? frames.now(array, index) : []);
  }
});
