/* Settings take turns on their way to the server: while one picture is being drawn, only the latest change waits.

   A slider or a handle that is dragged changes thirty times a second. Were every change asked for at once, the answers
   would queue and the picture trail behind the pointer. */
(function () {
  "use strict";

  const PATIENCE = 3000; // ms without an answer before the next change goes all the same

  const { collect, show } = window.dash_clientside.nnviz;
  let asked = 0; // when the picture that is being drawn was asked for; 0 when there is none
  let held = null; // {lesson, words}: the change that waits
  let timer = null;

  const lesson = () => window.nnviz.inspect().page.lesson;

  function pass() {
    const next = held;
    held = null;
    clearTimeout(timer);
    asked = 0;
    if (!next || next.lesson !== lesson()) return;
    asked = performance.now();
    window.dash_clientside.set_props(`${next.lesson}--settings`, { data: next.words });
  }

  window.dash_clientside.nnviz.collect = (...given) => {
    const words = collect(...given);
    if (words === window.dash_clientside.no_update) return words;
    const now = performance.now();
    if (asked && now - asked < PATIENCE) {
      held = { lesson: lesson(), words };
      clearTimeout(timer);
      timer = setTimeout(pass, PATIENCE);
      return window.dash_clientside.no_update;
    }
    asked = now;
    return words;
  };

  window.dash_clientside.nnviz.show = (drawn) => {
    show(drawn);
    pass();
  };
})();
