/* The settings of a run as they changed: a slider may move while it plays, and a link can tell the run again. */

/** @typedef {import("../session.mjs").Change} Change */
/** @typedef {import("../session.mjs").Values} Values */

/** @typedef {{ step: number, values: Values }} SettingChange  What all fields say from a step on. */

/**
 * The single changes after the start.
 * @param {SettingChange[]} settingChanges
 * @returns {Change[]}
 */
export function singleChanges(settingChanges) {
  return settingChanges.slice(1).flatMap(({ step, values }, i) => {
    const before = settingChanges[i].values;
    const changed = Object.entries(values).filter(([name, value]) => value !== before[name]);
    return changed.map(([name, value]) => /** @type {Change} */ ([step, name, value]));
  });
}

/**
 * What a start and single changes, in the order of their steps, make together.
 * @param {Values} start
 * @param {Change[]} changes
 * @returns {SettingChange[]}
 */
export function settingChangesOf(start, changes) {
  const settingChanges = [{ step: 0, values: start }];
  for (const [step, field, value] of changes) {
    const latest = settingChanges[settingChanges.length - 1];
    if (latest.step === step) latest.values = { ...latest.values, [field]: value };
    else settingChanges.push({ step, values: { ...latest.values, [field]: value } });
  }
  return settingChanges;
}

/**
 * The same run with some values that hold at every step.
 * @param {SettingChange[]} settingChanges
 * @param {Values} values
 * @returns {SettingChange[]}
 */
export const withThroughout = (settingChanges, values) =>
  settingChanges.map((change) => ({ ...change, values: { ...change.values, ...values } }));
