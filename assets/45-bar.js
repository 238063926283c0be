/* What is pressed and dragged around the figures: presets, the buttons of the playback, the timeline, the speed. */
(function () {
  "use strict";

  const setProps = (id, props) => window.dash_clientside.set_props(id, props);
  const { inspect } = window.nnviz;

  function beginAnew() {
    const { playback, words } = inspect();
    playback.begin([{ step: 0, words }], 0);
  }

  function preset(place) {
    const { page } = inspect();
    const chosen = page.presets[place];
    window.nnviz.askFirst(chosen, () => {
      playWith(chosen.words, () => {
        setProps("speed", { value: chosen.speed });
        setSpeed(chosen.speed);
      });
    });
  }

  /* Set fields, then play from the start. */
  function playWith(words, before) {
    const { playback } = inspect();
    window.nnviz.set(words, () => {
      if (!playback) return;
      if (before) before();
      beginAnew();
      playback.play();
    });
  }

  const buttons = {
    play: (playback) => (playback.playing ? playback.pause() : playback.play()),
    "step-forward": (playback) => playback.stepBy(1),
    "step-back": (playback) => playback.stepBy(-1),
    reset: (playback) => {
      playback.playing = false;
      beginAnew();
      window.nnviz.status("Ready");
    },
  };

  function setSpeed(place) {
    const { page, playback } = inspect();
    const isLimited = place < page.speeds.length;
    playback.speed = isLimited ? page.speeds[place] : Infinity;
    const text = isLimited ? `${playback.speed} steps/s` : "as fast as possible";
    document.getElementById("speed-word").textContent = text;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const { page, playback } = inspect();
    if (!button || !page) return;
    if (button.dataset.preset) preset(Number(button.dataset.preset));
    else if (button.dataset.sets) playWith(JSON.parse(button.dataset.sets));
    else if (playback && button.id in buttons) buttons[button.id](playback);
  });

  document.addEventListener("input", (event) => {
    const { playback } = inspect();
    if (!playback) return;
    if (event.target.id === "timeline") playback.seek(Number(event.target.value));
    if (event.target.id === "speed") setSpeed(Number(event.target.value));
  });
})();
