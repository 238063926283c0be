/* What a link says of the runs of the comparison: how their settings differ from those at its own start, @step, later
   changes. */

import { session } from "../session.mjs";
import { isLocal, localValue } from "../settings/local_values.mjs";
import { singleChanges } from "../settings/setting_changes.mjs";
import { steers } from "./names.mjs";

/** @typedef {import("../session.mjs").ComparedRun} ComparedRun */
/** @typedef {import("../session.mjs").Values} Values */

/** @param {string} value */
const inAddress = (value) =>
  value.replace(/[%~,@]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** @param {string} name */
const isOfBrowser = (name) => isLocal(session.page.fields[name]);

/**
 * Whether a link can name a run: one on rows that this browser has no longer cannot be made again.
 * @param {ComparedRun} run
 */
function canBeNamed({ settingChanges }) {
  const values = Object.entries(settingChanges[0].values);
  return values.every(
    ([name, value]) => !isOfBrowser(name) || !value || value === localValue(session.page.fields[name]),
  );
}

/**
 * What `hold` says in a link to a run that starts from these settings.
 * @param {Values} start
 */
export function comparisonInLink(start) {
  const texts = session.comparison.filter(canBeNamed).map(({ settingChanges, step }) => {
    const { values } = settingChanges[0];
    const names = Object.keys(start).filter(
      (name) => steers(name) && !isOfBrowser(name) && values[name] !== start[name],
    );
    const first = names.flatMap((name) => [name, values[name]]);
    const later = singleChanges(settingChanges)
      .filter(([, name]) => steers(name))
      .flat()
      .map(String);
    return [...first.map(inAddress), `@${step}`, ...later.map(inAddress)].join("~");
  });
  return texts.join(",");
}
