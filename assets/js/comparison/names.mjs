/* What a run of the comparison is called, in the figures and the table: how it differs from the run beside it. */

import { message } from "../messages.mjs";
import { session } from "../session.mjs";
import { isLocal } from "../settings/local_values.mjs";

/** @typedef {import("../settings/setting_changes.mjs").SettingChange} SettingChange */

const MOST_IN_LABEL = 3; // differences that a legend has room for

/**
 * Whether a field decides what a run computes, and not only how it is shown.
 * @param {string} name
 */
export const steers = (name) => ["restart", "resume"].includes(session.page.fields[name].effect);

/**
 * What a field says in the course of a run, as a text.
 * @param {SettingChange[]} settingChanges
 * @param {string} name
 */
function courseOf(settingChanges, name) {
  const changed = settingChanges.filter(
    ({ values }, i) => i === 0 || values[name] !== settingChanges[i - 1].values[name],
  );
  const texts = changed.map(({ step, values }) =>
    step ? message("comparison.from-step", { value: values[name], step: step.toLocaleString("en") }) : values[name],
  );
  return texts.join(", ");
}

/**
 * How a run differs from the one that plays.
 * @param {SettingChange[]} settingChanges
 */
function differences(settingChanges) {
  const { page, run } = session;
  const fields = Object.entries(page.fields).filter(([name]) => steers(name));
  return fields.flatMap(([name, field]) => {
    const [own, now] = [settingChanges, run.settingChanges].map((one) => courseOf(one, name));
    if (isLocal(field)) return own && now && own !== now ? [message("comparison.other-rows")] : [];
    return own === now ? [] : [`${field.called} = ${own}`];
  });
}

/**
 * The name of each run; so many differences are told. Runs that differ in their length alone tell it.
 * @param {number} [most]
 */
export function comparisonLabels(most = MOST_IN_LABEL) {
  const runs = session.comparison;
  const names = runs.map(({ settingChanges }) => {
    const found = differences(settingChanges);
    return (
      [...found.slice(0, most), ...(found.length > most ? ["…"] : [])].join(", ") || message("comparison.same-settings")
    );
  });
  /** @param {string} name */
  const isShared = (name) => names.filter((other) => other === name).length > 1;
  /** @param {number} i */
  const step = (i) => runs[i].step.toLocaleString("en");
  return names.map((name, i) => (isShared(name) ? message("comparison.to-step", { name, step: step(i) }) : name));
}
