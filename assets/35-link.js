/* The link in the address bar: settings at the start of the run, later changes in `then`, the step on the screen. */
(function () {
  "use strict";

  function changesOf(schedule) {
    const changes = [];
    for (let i = 1; i < schedule.length; i++)
      for (const [name, word] of Object.entries(schedule[i].words))
        if (word !== schedule[i - 1].words[name]) changes.push(`${schedule[i].step}~${name}~${word}`);
    return changes.join(",");
  }

  /* The query of a page: what differs from the defaults, and what the address said besides (such as hide). */
  function query(page, schedule, step) {
    const query = new URLSearchParams(window.location.search);
    for (const [name, field] of Object.entries(page.fields)) {
      const word = schedule[0].words[name];
      if (word === field.default || window.nnviz.isKept(field)) query.delete(name);
      else query.set(name, word);
    }
    const extra = { then: changesOf(schedule), step: step > 0 ? String(step) : "" };
    for (const [name, text] of Object.entries(extra)) {
      if (text) query.set(name, text);
      else query.delete(name);
    }
    return query.toString().replaceAll("%7E", "~").replaceAll("%2C", ",");
  }

  function writeLink(page, schedule, step) {
    const text = query(page, schedule, step);
    const address = window.location.pathname + (text ? `?${text}` : "") + window.location.hash;
    if (address !== window.location.pathname + window.location.search + window.location.hash)
      window.history.replaceState(window.history.state, "", address);
  }

  window.nnviz = Object.assign(window.nnviz || {}, { writeLink });
})();
