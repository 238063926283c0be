/* Runs that are held: what they recorded up to a step stays in the figures, dimmed, while another run plays.

   A held run is {schedule, step, frames}. One that a link names has no frames yet: they are asked for again, by a
   playback that paints nothing. 62-held-names.js says what runs are called, 64-held-traces.js what is drawn of them. */
(function () {
  "use strict";

  const MOST = 6;

  const { inspect, steers } = window.nnviz;
  let runs = [];
  let maker = null; // the playback that makes the frames of a run again

  /* ---- holding ---- */

  function hold() {
    const { playback } = inspect();
    const { step } = playback;
    if (step === 0) return window.nnviz.status("There is nothing to hold at step 0: play first.");
    if (runs.length === MOST) return window.nnviz.status("Six runs are held already: remove one to hold another.");
    const schedule = playback.schedule.filter((change) => change.step === 0 || change.step < step);
    if (runs.some((run) => run.step === step && JSON.stringify(run.schedule) === JSON.stringify(schedule)))
      return window.nnviz.status("This run is held already, at this very step.");
    runs = [...runs, { schedule, step, frames: playback.frames.copy(playback.index) }];
    changed();
    const held = `Held at step ${step.toLocaleString("en")}.`;
    window.nnviz.status(playback.playing ? held : `${held} Change a setting, reset and play to compare.`);
  }

  function remove(place) {
    runs = runs.filter((_, i) => i !== place);
    changed();
    remake();
  }

  function clear() {
    runs = [];
    changed();
    remake();
  }

  function changed() {
    const { playback, painter } = inspect();
    painter.show(playback.frames, playback.index, true);
    window.nnviz.describe();
    document.dispatchEvent(new CustomEvent("nnviz:held"));
  }

  /* ---- making the runs of a link again ---- */

  function remake() {
    const waiting = runs.find((run) => !run.frames);
    maker = null;
    if (!waiting) return;
    maker = new window.nnviz.Playback(inspect().page, { request: ask, frame: () => {}, status: () => {} });
    maker.begin(waiting.schedule, waiting.step);
  }

  async function ask(message) {
    const asking = maker;
    const answer = await window.nnviz.ask("training", message).catch(console.error);
    if (answer && asking === maker) receive(answer);
  }

  function receive(answer) {
    maker.receive(answer);
    if (maker.pending || maker.frames.length === 0) return;
    const done = runs.find((run) => !run.frames);
    done.frames = maker.frames.copy(maker.index);
    changed();
    remake();
  }

  setInterval(() => maker && maker.tick(0), 1000); // asks again for an answer that got lost

  function open() {
    const { page } = inspect();
    const filled = (start) => window.nnviz.withKept(page.fields, start);
    runs = page.held.map(({ start, changes, step }) => ({ schedule: window.nnviz.scheduleOf(filled(start), changes), step }));
    document.dispatchEvent(new CustomEvent("nnviz:held"));
    remake();
  }

  /* Fields that do not steer a run are the page's, for held runs too; where they change the frames, these are made again. */
  function follow() {
    if (runs.length === 0) return;
    const { page, words } = inspect();
    const given = Object.entries(words).filter(([name]) => !steers(name));
    const isRedrawn = ([name, word]) => page.fields[name].effect === "redraw" && runs[0].schedule[0].words[name] !== word;
    const redrawn = given.some(isRedrawn);
    runs = runs.map((run) => {
      const schedule = run.schedule.map((change) => ({ ...change, words: { ...change.words, ...Object.fromEntries(given) } }));
      return redrawn ? { schedule, step: run.step } : { ...run, schedule };
    });
    if (redrawn) remake();
    changed();
  }

  document.addEventListener("nnviz:page", open);
  document.addEventListener("nnviz:settings", follow);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.id === "hold") hold();
    else if (button.id === "held-clear") clear();
    else if (button.dataset.held) remove(Number(button.dataset.held));
  });

  window.nnviz = Object.assign(window.nnviz, { heldRuns: () => runs });
})();
