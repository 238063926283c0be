/* The page: what settings do to the run and to the link, and what the frames of the run do to figures and readouts. */
(function () {
  "use strict";

  const byId = (id) => document.getElementById(id);

  const BARS_INTERVAL = 60; // ms between two writings of the readouts and the timeline while playing
  const LINK_INTERVAL = 1000; // ms between two writings of the link while playing: browsers allow about three a second

  let page = null; // the declaration of the page on the screen
  let settings = null;
  let playback = null;
  let painter = null;
  let drawing = null;
  let pictures = null;
  let shown = { bars: 0, link: 0 }; // when each was last written

  /* ---- settings ---- */

  function collect(...given) {
    const declaration = given.pop();
    if (!page || page.declaration !== declaration) open(declaration);
    else settings.collect(given);
    return window.dash_clientside.no_update;
  }

  document.addEventListener("input", (event) => {
    if (settings && settings.hear(event.target)) event.stopPropagation(); // Dash hears of it when it is let go
  }, true);

  function changed(names) {
    apply(names.map((name) => page.fields[name].effect));
    drawing.ask(settings.words);
  }

  /* What changed fields do to the run: the most far-reaching effect of the changed fields decides. */
  function apply(effects) {
    const { words } = settings;
    if (playback) {
      if (effects.includes("restart")) restart();
      else if (effects.includes("redraw")) playback.begin(withLatest(playback.schedule), playback.step);
      else if (effects.includes("continue")) playback.change(words);
      else playback.schedule = withLatest(playback.schedule);
    }
    document.dispatchEvent(new CustomEvent("nnviz:settings"));
    writeLink();
  }

  function restart() {
    playback.begin([{ step: 0, words: settings.words }], 0);
    if (!playback.playing) status("Ready");
  }

  /* The schedule with the present words of all fields that do not steer the training. */
  function withLatest(schedule) {
    const { words } = settings;
    const steering = (name) => page.fields[name].effect === "continue";
    return schedule.map((change) => {
      const mixed = Object.keys(words).map((name) => [name, steering(name) ? change.words[name] : words[name]]);
      return { step: change.step, words: Object.fromEntries(mixed) };
    });
  }

  /* ---- opening a page ---- */

  function open(declaration) {
    page = Object.assign({ declaration }, declaration);
    const start = window.nnviz.withKept(page.fields, page.start);
    const schedule = window.nnviz.scheduleOf(start, page.changes);
    settings = new window.nnviz.Settings(page, schedule[schedule.length - 1].words, changed);
    painter = new window.nnviz.Painter(page.figures.map((name) => `${page.lesson}-${name}`));
    pictures = new window.nnviz.Pictures(page, withFrame);
    drawing = new window.nnviz.Drawing(page, pictures);
    playback = page.steps ? new window.nnviz.Playback(page, { request, frame, status }) : null;
    if (playback) {
      playback.speed = page.speeds[page.speed] || Infinity; // the place beyond all speeds
      playback.begin(schedule, page.step);
    }
    document.dispatchEvent(new CustomEvent("nnviz:page"));
    pictures.put(page.later);
    if (Object.keys(start).some((name) => start[name] !== page.start[name])) drawing.ask(settings.words);
  }

  const withFrame = (data) => window.nnviz.withFrame(data, playback && playback.frames, playback ? playback.index : 0);

  /* Ask for the next stretch of a run; one that gets lost is asked for again (30-playback.js). */
  async function request(message) {
    const asking = playback;
    const answer = await window.nnviz.ask("training", message).catch(console.error);
    if (answer && asking === playback) playback.receive(answer);
  }

  function status(text) {
    byId("status").textContent = text;
    const button = byId("play");
    button.textContent = playback.playing ? "❚❚" : "▶";
    button.setAttribute("aria-label", playback.playing ? "Pause" : "Play");
  }

  /* ---- frames ---- */

  /* Another frame is on the screen; `still` says that it stays there. */
  function frame(still) {
    if (!playback.frames.length) return;
    painter.show(playback.frames, playback.index, still);
    const now = performance.now();
    if (still || now - shown.bars > BARS_INTERVAL) showBars(now);
    if (still || now - shown.link > LINK_INTERVAL) writeLink();
  }

  function showBars(now) {
    shown.bars = now;
    window.nnviz.showReadouts(page, playback.frames, playback.index);
    window.nnviz.showTables(page, playback.frames, playback.index);
    window.nnviz.showNumbersNow(page, playback.frames, playback.index);
    const last = playback.frames.has("last_step") ? playback.frames.now("last_step", playback.index)[0] : 0;
    window.nnviz.showTimeline(playback.step, Math.max(playback.end, last));
  }

  let last = performance.now();
  function tick(now) {
    window.requestAnimationFrame(tick);
    const seconds = Math.min((now - last) / 1000, 0.25);
    last = now;
    if (playback && byId(`${page.lesson}--page`)) {
      playback.tick(seconds);
      painter.tick();
    }
  }
  window.requestAnimationFrame(tick);

  /* ---- the link ---- */

  function writeLink() {
    shown.link = performance.now();
    const schedule = playback ? playback.schedule : [{ step: 0, words: settings.words }];
    window.nnviz.writeLink(page, schedule, playback);
  }

  window.dash_clientside = Object.assign(window.dash_clientside || {}, { nnviz: { collect } });
  window.nnviz = Object.assign(window.nnviz || {}, {
    inspect: () => ({ page, words: settings && settings.words, playback, painter }),
    set: (changes) => settings.set(changes),
    status,
    isDrawing: () => !page || pictures.isBusy || drawing.isBusy,
    describe: () => page && writeLink(),
  });
})();
