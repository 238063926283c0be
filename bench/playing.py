"""How smoothly runs play and how soon a knob is followed, in a real browser: `python -m bench.playing`.

The line and a network of the laboratory, at fixed speeds and at full speed, with figures in space not drawn and drawn,
then every page, and the weight and time of two visits. Words choose parts: `python -m bench.playing network pages`.
"""

import statistics
import sys
import time
from functools import partial
from typing import Any

from bench.dashboard import COUNT_PAINTS, FIRST_PAINT, PAINTED, visits
from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.page.settings import Slider
from tests.browser import HeadlessChrome, Page
from tests.serving import serving

MODELS = {"line": "", "network": "model=network&data=moons&batch_size=16"}
SPEEDS = ("50", "1000", "max")
SECONDS = 5
MOVES = 24
WARM_UP = 4
LATER = 60

SPACES = {"figures in space not drawn": False, "figures in space drawn in software": True}

WATCH_TASKS = """
window.benchTasks?.disconnect();
window.benchLong = 0;
window.benchTasks = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.benchLong += entry.duration;
});
window.benchTasks.observe({ type: "longtask" });
"""

STEP = "return nnviz.inspect().playback.step"

UNTIL_STEP = """
const [step, done] = arguments, started = performance.now();
const look = () =>
  nnviz.inspect().playback.step >= step ? done(performance.now() - started) : requestAnimationFrame(look);
document.getElementById("play").click();
look();
"""

ANY_PAINT = """
const [id, value, done] = arguments, started = performance.now();
const plots = [...document.querySelectorAll(".js-plotly-plot")].filter((plot) => plot.on);
const painted = () => {
  for (const plot of plots) plot.removeListener("plotly_afterplot", painted);
  clearTimeout(patience);
  done(performance.now() - started);
};
const patience = setTimeout(painted, 3000);
for (const plot of plots) plot.on("plotly_afterplot", painted);
const slider = document.getElementById(id);
Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(slider, value);
slider.dispatchEvent(new Event("input", { bubbles: true }));
"""


def percentiles(taken: list[float]) -> str:
    """The median and the 95th percentile of milliseconds, without the first few."""
    kept = sorted(taken[WARM_UP:])
    return f"p50 {statistics.median(kept):4.0f} ms, p95 {kept[int(0.95 * (len(kept) - 1))]:4.0f} ms"


def play(page: Page, seconds: float = SECONDS) -> str:
    """Paints a second of each figure, the share of long tasks and steps a second while a run plays."""
    page.run(COUNT_PAINTS)
    page.run(WATCH_TASKS)
    before = page.run(STEP)
    page.click("play")
    time.sleep(seconds)
    counts, long_tasks, after = page.run(PAINTED), page.run("return window.benchLong"), page.run(STEP)
    page.click("play")
    paints = ", ".join(f"{name.partition('-')[2]} {count / seconds:.0f}" for name, count in sorted(counts.items()))
    share = long_tasks / (1e3 * seconds)
    return f"{share:4.0%} in long tasks, {(after - before) / seconds:7,.0f} steps/s, paints a second: {paints}"


def knob(page: Page, script: str, component: str, places: list[int]) -> str:
    """From a moved slider to the next painting."""
    taken = [page.driver.execute_async_script(script, component, place) for place in places]
    return percentiles(taken)


def model(page: Page, name: str) -> None:
    """How a run of the laboratory plays, and how a knob is followed at rest, while playing and later."""
    query, places = MODELS[name], [8 + move % 12 for move in range(WARM_UP + MOVES)]
    for speed in SPEEDS:
        page.open(f"/lab?{query}&speed={speed}")
        print(f"  {name} at {speed:>4} steps/s: {play(page)}")
    page.open(f"/lab?{query}&speed=50")
    print(f"  {name}, knob at rest: {knob(page, FIRST_PAINT, 'lab-learning_rate', places)}")
    page.click("play")
    print(f"  {name}, knob while playing: {knob(page, ANY_PAINT, 'lab-learning_rate', places)}")
    time.sleep(LATER)
    print(f"  {name}, knob {LATER} s later: {knob(page, ANY_PAINT, 'lab-learning_rate', places)}")
    page.open(f"/lab?{query}&speed=max")
    taken = page.driver.execute_async_script(UNTIL_STEP, 600)
    print(f"  {name}, first 600 steps at full speed: {taken / 1e3:.2f} s")


def every_page(page: Page) -> None:
    """A slider of each page to its painting, and its run while it plays."""
    for lesson in discover().values():
        slider = first_slider(lesson)
        page.open(f"/{lesson.slug}")
        if slider:
            name, n_values = slider
            places = [(n_values // 2 + move) % n_values for move in range(WARM_UP + MOVES)]
            print(f"  {lesson.slug:28} {name}: {knob(page, ANY_PAINT, f'{lesson.slug}-{name}', places)}")
        if lesson.run and lesson.slug != "notebook":
            page.open(f"/{lesson.slug}")
            print(f"  {lesson.slug:28} plays: {play(page, 3)}")


def first_slider(lesson: Lesson) -> tuple[str, int] | None:
    """The first slider that acts at the defaults, and how many values it has."""
    greyed: Any = lesson.disabled_reasons(lesson.settings())
    sliders = ((name, control) for name, control in lesson.settings.controls().items() if isinstance(control, Slider))
    return next(((name, len(control.grid)) for name, control in sliders if not greyed.get(name)), None)


def main(*chosen: str) -> None:
    """Measure against the real server and a real browser: all parts, or those that are named."""
    parts = {**{name: partial(model, name=name) for name in MODELS}, "pages": every_page, "visits": visits}
    with serving(WEB_CONCURRENCY="2") as server:
        for title, in_space in SPACES.items():
            print(f"\nPlaying, in Chromium, 1280 by 800, {title}:", flush=True)
            for name, measure in parts.items():
                if (chosen and name not in chosen) or (in_space and name not in MODELS):
                    continue
                with HeadlessChrome(in_space=in_space) as browser:
                    browser.driver.set_script_timeout(30)
                    measure(Page(browser, server.address))


if __name__ == "__main__":
    main(*sys.argv[1:])
