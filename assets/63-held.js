/* Runs that are held: what they recorded up to a step stays in the figures, dimmed, while another run plays.

   A held run is {schedule, step, frames}. One that a link names has no frames yet: they are asked for again, by a
   playback that paints nothing. What is drawn of a run follows from the metas of the traces on the screen: a copy of
   each growing one, as far as the held run has its arrays. */
(function () {
  "use strict";

  const MOST = 6;
  const DASHES = ["dash", "dot", "dashdot", "longdash", "longdashdot", "3px 9px"];
  const IN_SPACE = { "3px 9px": "dot" }; // Plotly knows five dashes there
  const MOST_IN_LABEL = 3; // differences that a legend has room for

  const { inspect } = window.nnviz;
  let runs = [];
  let maker = null; // the playback that makes the frames of a run again
  let lastRun = 0; // the number of its latest question: answers to earlier ones are dropped

  /* ---- holding ---- */

  const steers = (name) => ["restart", "continue"].includes(inspect().page.fields[name].effect);

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
    const { page, playback, painter } = inspect();
    painter.show(playback.frames, playback.index);
    window.nnviz.writeLink(page, playback.schedule, playback.step);
    document.dispatchEvent(new CustomEvent("nnviz:held"));
  }

  /* ---- what a run is called: how it differs from the one that plays ---- */

  function history(schedule, name) {
    const words = schedule.map((change) => [change.step, change.words[name]]);
    return words.filter(([, word], i) => i === 0 || word !== words[i - 1][1]);
  }

  const inWords = (changes) =>
    changes.map(([step, word]) => (step ? `${word} from step ${step.toLocaleString("en")}` : word)).join(", ");

  function differences(schedule) {
    const { page, playback } = inspect();
    return Object.keys(page.fields).filter(steers).flatMap((name) => {
      const own = inWords(history(schedule, name));
      return own === inWords(history(playback.schedule, name)) ? [] : [`${page.fields[name].called} = ${own}`];
    });
  }

  /* The name of each run; `most` differences are told. Runs that differ in their length alone tell it. */
  function labels(most = MOST_IN_LABEL) {
    const names = runs.map(({ schedule }) => {
      const all = differences(schedule);
      return [...all.slice(0, most), ...(all.length > most ? ["…"] : [])].join(", ") || "same settings";
    });
    const isShared = (name) => names.filter((other) => other === name).length > 1;
    return names.map((name, i) => (isShared(name) ? `${name}, to step ${runs[i].step.toLocaleString("en")}` : name));
  }

  /* ---- traces ---- */

  const isHeld = ({ meta }) => !!meta && meta.held !== undefined;
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

  /* Whether a run has all that a growing trace shows. Over the steps that is enough; a path lies among weights, and so
     wants a model with as many. */
  function fits({ meta }, { frames }) {
    if (!meta || !meta.grow || !Object.values(meta.grow).every((array) => frames.isSeries(array))) return false;
    return meta.grow.x === "step" || haveSameWidths(frames, inspect().playback.frames);
  }

  function haveSameWidths(held, playing) {
    const [ours, theirs] = [held.widths(), playing.widths()];
    return Object.keys(ours).every((name) => !(name in theirs) || ours[name] === theirs[name]);
  }

  function dimmed(trace, run, place, label) {
    const dash = DASHES[place];
    const copy = Object.assign({}, trace, {
      name: label,
      uid: `held-${place}-${Object.values(trace.meta.grow)}`,
      meta: { held: place },
      opacity: 0.6,
      line: { ...trace.line, width: 1.5, dash: (trace.type === "scatter3d" && IN_SPACE[dash]) || dash },
      legendgroup: `held-${place}`,
      showlegend: false,
      hovertemplate: `${(trace.hovertemplate || "%{y:.4g}").split("<extra>")[0]}<extra>${label}: ${trace.name}</extra>`,
    });
    if ((trace.mode || "lines").includes("lines")) copy.mode = "lines";
    run.arrays = run.arrays || {};
    for (const [attribute, array] of Object.entries(trace.meta.grow)) {
      run.arrays[array] = run.arrays[array] || run.frames.upTo(array, run.frames.length - 1);
      window.nnviz.setDotted(copy, attribute, run.arrays[array]);
    }
    return copy;
  }

  /* The traces of a figure and after them those of the held runs, each run with one entry in the legend. */
  function withHeld(data) {
    const own = data.filter((trace) => !isHeld(trace));
    if (runs.length === 0) return own;
    const names = labels().map(escaped);
    const held = runs.flatMap((run, place) => {
      const fitting = run.frames ? own.filter((trace) => fits(trace, run)) : [];
      const copies = fitting.map((trace) => dimmed(trace, run, place, names[place]));
      const widths = fitting.map(({ line }) => (line && line.width) || 2);
      if (copies.length > 0) copies[widths.indexOf(Math.max(...widths))].showlegend = true; // what matters most is drawn boldest
      return copies;
    });
    return [...own, ...held];
  }

  /* ---- the link, and making its runs again ---- */

  const inAddress = (word) => word.replace(/[%~,@]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

  /* What a link says of the held runs: how their settings differ from those at its own start, @step, later changes. */
  function heldInLink(start) {
    const texts = runs.map(({ schedule, step }) => {
      const { words } = schedule[0];
      const names = Object.keys(start).filter((name) => steers(name) && words[name] !== start[name]);
      const first = names.flatMap((name) => [name, words[name]]);
      const later = window.nnviz.changesOf(schedule).filter(([, name]) => steers(name)).flat();
      return [...first.map(inAddress), `@${step}`, ...later.map(String).map(inAddress)].join("~");
    });
    return texts.join(",");
  }

  function remake() {
    const waiting = runs.find((run) => !run.frames);
    maker = null;
    if (!waiting) return;
    const request = (data) => window.dash_clientside.set_props("held-request", { data });
    maker = new window.nnviz.Playback(inspect().page, { request, frame: () => {}, status: () => {} });
    maker.run = lastRun;
    maker.begin(waiting.schedule, waiting.step);
    lastRun = maker.run;
  }

  function receiveHeld(answer) {
    if (!maker) return;
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
    runs = page.held.map(({ start, changes, step }) => ({ schedule: window.nnviz.scheduleOf(start, changes), step }));
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

  Object.assign(window.dash_clientside.nnviz, { receiveHeld });
  window.nnviz = Object.assign(window.nnviz, { withHeld, heldInLink, held: () => ({ runs, labels: labels(Infinity), dashes: DASHES }) });
})();
