/* The link in the address bar: settings at the start of the run, later changes in `then`, the step on the screen, the
   speed, and the runs that are held in `hold`. A preset that the link named stays in it until the run starts from other
   settings than the link did. */
(function () {
  "use strict";

  /* The changes [step, field, word] of a schedule, and the schedule of changes. */
  function changesOf(schedule) {
    const changes = [];
    for (let i = 1; i < schedule.length; i++)
      for (const [name, word] of Object.entries(schedule[i].words))
        if (word !== schedule[i - 1].words[name]) changes.push([schedule[i].step, name, word]);
    return changes;
  }

  function scheduleOf(start, changes) {
    const schedule = [{ step: 0, words: start }];
    for (const [step, field, word] of changes) {
      const latest = schedule[schedule.length - 1];
      if (latest.step === step) latest.words = { ...latest.words, [field]: word };
      else schedule.push({ step, words: { ...latest.words, [field]: word } });
    }
    return schedule;
  }

  function presetOf(page, query, words) {
    const isKept = query.has("preset") && page.preset !== null;
    return isKept && Object.keys(words).every((name) => words[name] === page.start[name]) ? page.presets[page.preset] : null;
  }

  const FASTEST = "max";

  function speedOf({ speed }, page, preset) {
    const place = Number.isFinite(speed) ? page.speeds.indexOf(speed) : page.speeds.length;
    if (place === (preset ? preset.speed : page.usual_speed)) return "";
    return place < page.speeds.length ? String(speed) : FASTEST;
  }

  /* The query of a page: what differs from the defaults, and what the address said besides (such as hide). */
  function query(page, schedule, playback) {
    const query = new URLSearchParams(window.location.search);
    const put = (name, text) => (text ? query.set(name, text) : query.delete(name));
    const preset = presetOf(page, query, schedule[0].words);
    if (!preset) query.delete("preset");
    for (const [name, field] of Object.entries(page.fields)) {
      const word = schedule[0].words[name];
      const usual = preset ? preset.words[name] : field.default;
      if (word === usual || window.nnviz.isKept(field)) query.delete(name);
      else query.set(name, word);
    }
    put("then", changesOf(schedule).map((change) => change.join("~")).join(","));
    put("hold", window.nnviz.heldInLink(schedule[0].words));
    if (playback) {
      put("step", playback.step > 0 ? String(playback.step) : "");
      put("speed", speedOf(playback, page, preset));
      if (!playback.playing) query.delete("autoplay"); // the link of a run that stands still shows it still
    }
    return textOf(query);
  }

  /* A query as text, as short as browsers read it. */
  function textOf(query) {
    return query.toString().replaceAll("%7E", "~").replaceAll("%2C", ",").replaceAll("%40", "@");
  }

  function writeLink(page, schedule, playback) {
    keepQuery(query(page, schedule, playback));
  }

  function keepQuery(text) {
    const address = window.location.pathname + (text ? `?${text}` : "") + window.location.hash;
    if (address !== window.location.pathname + window.location.search + window.location.hash)
      window.history.replaceState(window.history.state, "", address);
  }

  window.nnviz = Object.assign(window.nnviz || {}, { writeLink, changesOf, scheduleOf, keepQuery, queryText: textOf });
})();
