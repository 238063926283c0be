/* The settings of a run as they changed: [{step, words}], the words of all fields from each of these steps on. */

/* The changes [step, field, word] of a schedule. */
export function changesOf(schedule) {
  const changes = [];
  for (let i = 1; i < schedule.length; i++)
    for (const [name, word] of Object.entries(schedule[i].words))
      if (word !== schedule[i - 1].words[name]) changes.push([schedule[i].step, name, word]);
  return changes;
}

/* The schedule of changes. */
export function scheduleOf(start, changes) {
  const schedule = [{ step: 0, words: start }];
  for (const [step, field, word] of changes) {
    const latest = schedule[schedule.length - 1];
    if (latest.step === step) latest.words = { ...latest.words, [field]: word };
    else schedule.push({ step, words: { ...latest.words, [field]: word } });
  }
  return schedule;
}
