"""What a person in the room feels: answers of the server, first paint after a slider, paints a second, page weight."""

import json
import statistics
import time
from urllib.request import Request, urlopen

from nnviz.page.registry import discover
from nnviz.web.layout import page
from tests.browser import HeadlessChrome, Page
from tests.serving import serving

ENCODINGS = "gzip, deflate, br, zstd"
"""What Chrome and Firefox say that they understand."""

CHUNKS = (32, 128, 512, 2048, 8192)
MODELS = {
    "toy line": {},
    "2-8-8-1 network on moons": {"model": "network", "data": "moons", "batch_size": "16"},
}
WARM_UP = 5  # moves until the browser has compiled what they run
SLIDES = [("lab-learning_rate", 10 + move % 20) for move in range(WARM_UP + 40)]
DRAGS = [(1.1 + 0.1 * (move % 20), 0.0) for move in range(WARM_UP + 40)]
PLAY_SECONDS = 8

FIRST_PAINT = """
const [id, value, done] = arguments;
const plot = document.querySelector("#lab-loss .js-plotly-plot");
const started = performance.now();
const slider = document.getElementById(id);
const before = nnviz.inspect().playback.run;
const painted = () => {
  const { playback } = nnviz.inspect();
  if (playback.run === before || playback.frames.length < 2) return;
  plot.removeListener("plotly_afterplot", painted);
  done(performance.now() - started);
};
plot.on("plotly_afterplot", painted);
Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(slider, value);
slider.dispatchEvent(new Event("input", { bubbles: true }));
"""

DRAG = """
const [x, y, done] = arguments, plot = nnviz.plotIn("constraint-geometry-plane"), { xaxis, yaxis } = plot._fullLayout;
const box = plot.getBoundingClientRect(), names = () => plot.data.map((trace) => trace.name).join();
const clientX = box.left + xaxis._offset + xaxis.d2p(x), clientY = box.top + yaxis._offset + yaxis.d2p(y);
const tell = (kind) => plot.querySelector(".nsewdrag").dispatchEvent(
    new PointerEvent(kind, { clientX, clientY, bubbles: true }));
const started = performance.now(), before = names();
const painted = () => {
  if (names() === before) return;
  plot.removeListener("plotly_afterplot", painted);
  done(performance.now() - started);
};
plot.on("plotly_afterplot", painted);
if (!window.isHeld) tell("pointerdown");
window.isHeld = true;
tell("pointermove");
"""

COUNT_PAINTS = """
nnviz.inspect().animator.painted = {};
performance.clearResourceTimings();
"""

PAINTED = "return nnviz.inspect().animator.painted"

TRAFFIC = """
const asked = performance.getEntriesByType("resource").filter((e) => e.name.includes("/api/training"));
return [asked.length, asked.reduce((sum, e) => sum + e.transferSize, 0)];
"""

WEIGHT = """
const seen = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
return seen.reduce((sum, entry) => sum + entry.transferSize, 0);
"""

FIRST_FIGURE = """
const done = arguments[0];
const drawn = () => document.querySelector("#lab-loss .js-plotly-plot .main-svg") ? done(performance.now())
                                                                                  : requestAnimationFrame(drawn);
drawn();
"""


def components() -> None:
    """How many components Dash has to go through when one of them changes."""
    n_components = 1 + sum(1 for _ in page(discover()["lab"], {})._traverse())
    print(f"\nThe page of the laboratory has {n_components} components of Dash (goal 150)")


def server_time(address: str) -> None:
    """How long a training request takes from question to answer, by its size."""
    print("\nA training request, question to answer over loopback (median of 7; the server stops working after 40 ms):")
    for name, settings in MODELS.items():
        for steps in CHUNKS:
            answers = [ask(address, settings, steps, seed) for seed in range(7)]
            taken = statistics.median(seconds for seconds, *_ in answers)
            _, reached, size, encoding = answers[0]
            sizes = f"{steps:5} steps asked {reached:5} done"
            print(f"  {name:26} {sizes} {1e3 * taken:7.1f} ms {size / 1e3:7.1f} kB {encoding}")


def ask(address: str, settings: dict[str, str], steps: int, seed: int) -> tuple[float, int, int, str]:
    """Seconds, the step that is reached, the bytes of the answer, and how they are packed."""
    request = {
        "lesson": "lab",
        "settings": {**settings, "seed": str(seed)},
        "state": None,
        "steps": steps,
        "stride": max(1, steps // 128),
    }
    headers = {"Content-Type": "application/json", "Accept-Encoding": ENCODINGS}
    question = Request(f"{address}/api/training", json.dumps(request).encode(), headers)
    started = time.perf_counter()
    with urlopen(question) as answer:
        packed, encoding = answer.read(), answer.headers.get("Content-Encoding", "plain")
    taken = time.perf_counter() - started
    with urlopen(Request(question.full_url, question.data, {"Content-Type": "application/json"})) as answer:
        data = json.load(answer)
    return taken, data["state"]["step"], len(packed), encoding


def in_browser(page: Page) -> None:
    """First visit, second visit, slider to first paint, paints a second while playing."""
    visits(page)
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.frames.length > 1"), "the first frames")
    page.wait_until_drawn()
    first_paint(page, "slider to first paint", FIRST_PAINT, SLIDES, " (goal 100)")
    paints(page)
    page.open("/constraint-geometry?exponent=2&size=1")
    first_paint(page, "a dragged ball to its paint", DRAG, DRAGS)


def visits(page: Page) -> None:
    """When the first figure is there, and what has travelled, at the first and at the second visit."""
    for visit in ("first visit", "second visit"):
        page.driver.get(page.address + "/lab")
        figure = page.driver.execute_async_script(FIRST_FIGURE)
        page.wait_until_drawn()
        print(f"  {visit}: first figure after {figure / 1e3:.2f} s, {page.run(WEIGHT) / 1e3:,.0f} kB over the wire")


def first_paint(page: Page, what: str, script: str, moves: list[tuple[object, ...]], goal: str = "") -> None:
    taken = []
    for move in moves:
        page.wait_until_drawn()
        taken.append(page.driver.execute_async_script(script, *move))
    taken = taken[WARM_UP:]
    median, slow = statistics.median(taken), sorted(taken)[int(0.95 * len(taken))]
    print(f"  {what}: median {median:.0f} ms, p95 {slow:.0f} ms{goal}")


def paints(page: Page) -> None:
    page.run(COUNT_PAINTS)
    page.click("play")
    time.sleep(PLAY_SECONDS)
    counts, (requests, size) = page.run(PAINTED), page.run(TRAFFIC)
    page.click("play")
    for name, count in counts.items():
        print(f"  paints a second while playing, {name}: {count / PLAY_SECONDS:.1f}")
    print(f"  {requests / PLAY_SECONDS:.2f} requests and {size / PLAY_SECONDS / 1e3:.1f} kB a second")


def main() -> None:
    """Measure against the real server and a real browser."""
    components()
    with serving(WEB_CONCURRENCY="2") as server:
        server_time(server.address)
        for title, in_space in (("figures in space not drawn", False), ("figures in space drawn in software", True)):
            print(f"\nIn Chromium, 1280 by 800, {title}:")
            with HeadlessChrome(in_space=in_space) as browser:
                browser.driver.set_script_timeout(30)
                in_browser(Page(browser, server.address))


if __name__ == "__main__":
    main()
