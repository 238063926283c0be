/* What a held run is called, in the figures, the table and the link: how it differs from the run beside it. */

import { session } from "../session.mjs";
import { isLocal, localValue } from "../settings/local_values.mjs";
import { changesOf } from "../settings/setting_changes.mjs";

const MOST_IN_LABEL = 3; // differences that a legend has room for

/* Whether a field decides what a run computes, and not only how it is shown. */
export const steers = (name) => ["restart", "continue"].includes(session.page.fields[name].effect);

function history(schedule, name) {
  const words = schedule.map((change) => [change.step, change.words[name]]);
  return words.filter(([, word], i) => i === 0 || word !== words[i - 1][1]);
}

const inWords = (changes) =>
  changes.map(([step, word]) => (step ? `${word} from step ${step.toLocaleString("en")}` : word)).join(", ");

function differences(schedule) {
  const { page, playback } = session;
  return Object.keys(page.fields).filter(steers).flatMap((name) => {
    const [own, now] = [schedule, playback.schedule].map((one) => inWords(history(one, name)));
    if (isLocal(page.fields[name])) return own && now && own !== now ? ["other rows of your own"] : [];
    return own === now ? [] : [`${page.fields[name].called} = ${own}`];
  });
}

/* The name of each run; `most` differences are told. Runs that differ in their length alone tell it. */
export function heldLabels(most = MOST_IN_LABEL) {
  const runs = session.comparison;
  const names = runs.map(({ schedule }) => {
    const all = differences(schedule);
    return [...all.slice(0, most), ...(all.length > most ? ["…"] : [])].join(", ") || "same settings";
  });
  const isShared = (name) => names.filter((other) => other === name).length > 1;
  return names.map((name, i) => (isShared(name) ? `${name}, to step ${runs[i].step.toLocaleString("en")}` : name));
}

/* ---- the link ---- */

const inAddress = (word) => word.replace(/[%~,@]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/* What a link says of the held runs: how their settings differ from those at its own start, @step, later changes.
   A run on rows that this browser has kept no longer cannot be made again, so no link says it. */
export function heldInLink(start) {
  const isOfBrowser = (name) => isLocal(session.page.fields[name]);
  const isThere = ([name, word]) => !isOfBrowser(name) || !word || word === localValue(name);
  const runs = session.comparison.filter(({ schedule }) => Object.entries(schedule[0].words).every(isThere));
  const texts = runs.map(({ schedule, step }) => {
    const { words } = schedule[0];
    const names = Object.keys(start).filter((name) => steers(name) && !isOfBrowser(name) && words[name] !== start[name]);
    const first = names.flatMap((name) => [name, words[name]]);
    const later = changesOf(schedule).filter(([, name]) => steers(name)).flat();
    return [...first.map(inAddress), `@${step}`, ...later.map(String).map(inAddress)].join("~");
  });
  return texts.join(",");
}
