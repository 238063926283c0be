/* The page: controls to settings, settings to the link and the playback, frames to figures and readouts. */
(function () {
  "use strict";

  const setProps = (id, props) => window.dash_clientside.set_props(id, props);
  const byId = (id) => document.getElementById(id);
  const noUpdate = () => window.dash_clientside.no_update;

  const BARS_INTERVAL = 60; // ms between two writings of the readouts and the timeline while playing
  const LINK_INTERVAL = 1000; // ms between two writings of the link while playing: browsers allow about three a second

  let page = null; // the declaration of the page on the screen
  let words = null; // field -> word, as the controls say
  let playback = null;
  let painter = null;
  let awaited = null; // {words, then}: settings on their way through several controls, and what follows them
  let shown = { bars: 0, link: 0 }; // when each was last written

  /* ---- controls and settings ---- */

  function wordOf(field, value) {
    if (field.words) return field.words[Number(value)];
    return typeof value === "boolean" ? (value ? "on" : "off") : value;
  }

  /* The control of a kept word only tells that it has changed: `collect` takes the word from where it is kept. */
  function valueOf(field, word) {
    if (window.nnviz.isKept(field)) return String(performance.now());
    if (field.words) return field.words.indexOf(word);
    return word === "on" || word === "off" ? word === "on" : word;
  }

  function collect(...given) {
    const declaration = given.pop();
    const names = Object.keys(declaration.fields);
    if (!page || page.declaration !== declaration) return open(declaration);
    const said = {};
    names.forEach((name, i) => (said[name] = wordOf(declaration.fields[name], given[i])));
    const now = window.nnviz.withKept(declaration.fields, said);
    if (awaited && names.some((name) => now[name] !== awaited.words[name])) return noUpdate();
    const then = awaited && awaited.then;
    awaited = null;
    const changed = names.filter((name) => now[name] !== words[name]);
    if (changed.length === 0) return noUpdate();
    words = now;
    showWords();
    apply(changed.map((name) => declaration.fields[name].effect));
    if (then) then();
    return words;
  }

  function showWords() {
    for (const [name, field] of Object.entries(page.fields)) {
      const output = byId(`${page.lesson}-${name}-word`);
      if (output && field.words) output.textContent = words[name];
      if (field.words) byId(`${page.lesson}-${name}`).setAttribute("aria-valuetext", words[name]);
    }
  }

  /* What changed settings do to the run: the most far-reaching effect of the changed fields decides. */
  function apply(effects) {
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
    playback.begin([{ step: 0, words }], 0);
    if (!playback.playing) status("Ready");
  }

  /* The schedule with the present words of all fields that do not steer the training. */
  function withLatest(schedule) {
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
    words = schedule[schedule.length - 1].words;
    awaited = null;
    painter = new window.nnviz.Painter(page.figures.map((name) => `${page.lesson}-${name}`));
    playback = page.steps ? new window.nnviz.Playback(page, { request, frame, status }) : null;
    if (playback) {
      playback.speed = page.speeds[page.speed] || Infinity; // the place beyond all speeds
      playback.begin(schedule, page.step);
    }
    showWords();
    document.dispatchEvent(new CustomEvent("nnviz:page"));
    return Object.keys(start).some((name) => start[name] !== page.start[name]) ? words : noUpdate();
  }

  function request(message) {
    setProps("training-request", { data: message });
  }

  function receive(answer) {
    if (playback) playback.receive(answer);
  }

  function status(text) {
    byId("status").textContent = text;
    const button = byId("play");
    button.textContent = playback.playing ? "❚❚" : "▶";
    button.setAttribute("aria-label", playback.playing ? "Pause" : "Play");
  }

  /* ---- figures ---- */

  /* Figures in space take long to draw: while a slider or a handle moves they wait until it rests. */
  const REST = 120; // ms
  const resting = {}; // figure -> the timer that will draw it

  function put(owner, name, figure) {
    if (page !== owner) return;
    const data = window.nnviz.withFrame(figure.data, playback && playback.frames, playback ? playback.index : 0);
    setProps(`${page.lesson}-${name}`, { figure: window.nnviz.fitted(name, { ...figure, data }) });
  }

  function show(drawn) {
    if (!drawn || !page) return;
    for (const [name, figure] of Object.entries(drawn.figures)) {
      clearTimeout(resting[name]);
      if (window.nnviz.isSpace(figure.data)) resting[name] = setTimeout(put, REST, page, name, figure);
      else put(page, name, figure);
    }
    for (const name of Object.keys(page.fields)) {
      showLimit(byId(`${page.lesson}-${name}-limit`), drawn.limits[name]);
      const reason = drawn.irrelevant[name] || "";
      const note = byId(`${page.lesson}-${name}-why`);
      if (note.textContent === reason) continue;
      note.textContent = reason;
      setProps(`${page.lesson}-${name}`, { disabled: reason !== "" });
    }
  }

  /* The line under a slider at a value that follows from the settings. */
  function showLimit(place, limit) {
    if (!place) return;
    place.textContent = limit ? limit.label : "";
    if (limit) place.style.setProperty("--along", limit.along);
  }

  /* Another frame is on the screen; `still` says that it stays there. */
  function frame(still) {
    if (!playback.frames.length) return;
    painter.show(playback.frames, playback.index);
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
    setProps("timeline", { max: Math.max(playback.end, last), value: playback.step });
  }

  let last = performance.now();
  function tick(now) {
    const seconds = Math.min((now - last) / 1000, 0.25);
    last = now;
    if (playback && byId(`${page.lesson}--page`)) {
      playback.tick(seconds);
      painter.tick();
    }
    window.requestAnimationFrame(tick);
  }
  window.requestAnimationFrame(tick);

  /* ---- the link ---- */

  function writeLink() {
    shown.link = performance.now();
    const schedule = playback ? playback.schedule : [{ step: 0, words }];
    window.nnviz.writeLink(page, schedule, playback);
  }

  /* Set fields through their controls, as if they had been moved by hand, all at once; then go on. */
  function set(changes, then) {
    const wanted = window.nnviz.withKept(page.fields, { ...words, ...changes });
    const changed = Object.entries(wanted).filter(([name, word]) => words[name] !== word);
    if (changed.length === 0) return then && then();
    awaited = { words: wanted, then };
    for (const [name, word] of changed)
      setProps(`${page.lesson}-${name}`, { value: valueOf(page.fields[name], word) });
  }

  window.dash_clientside = Object.assign(window.dash_clientside || {}, { nnviz: { collect, receive, show } });
  window.nnviz = Object.assign(window.nnviz || {}, {
    inspect: () => ({ page, words, playback, painter }),
    set,
    status,
    describe: () => page && writeLink(),
  });
})();
