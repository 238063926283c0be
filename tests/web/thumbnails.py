"""The small pictures of the lessons on the front door: the leading figure of a link, as the browser draws it.

`python -m tests.web.thumbnails` draws all of them again, and with names of lessons after it only theirs. Which link it
is says `thumbnail` in the head of a page's `page.md`.
"""

import base64
import sys

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.web.document import ASSETS
from tests.browser import HeadlessChrome, Page
from tests.serving import serving

WIDTH, HEIGHT, SCALE = 512, 320, 0.75

FOLDER = ASSETS / "thumbnails"

DRAWN = """
const done = arguments[arguments.length - 1];
const plot = document.querySelector("figure[data-leads] .js-plotly-plot");
const bare = (axis) => ({ ...axis, title: { text: "" }, showticklabels: false, ticks: "" });
const layout = { ...plot.layout, title: { text: "" }, showlegend: false, margin: { l: 4, r: 4, t: 4, b: 4 } };
for (const name of Object.keys(plot._fullLayout)) {
  if (/^[xy]axis\\d*$/.test(name)) layout[name] = bare(layout[name]);
  if (/^scene\\d*$/.test(name)) {
    const axes = ["xaxis", "yaxis", "zaxis"].map((axis) => [axis, bare(layout[name]?.[axis])]);
    layout[name] = { ...layout[name], ...Object.fromEntries(axes) };
  }
  if (/^coloraxis\\d*$/.test(name)) layout[name] = { ...layout[name], showscale: false };
}
layout.annotations = (layout.annotations || []).filter(({ xref }) => xref !== "paper");
Object.assign(layout, { autosize: false });
const scaled = ["contour", "heatmap", "surface"];
const data = plot.data.map((trace) => (scaled.includes(trace.type) ? { ...trace, showscale: false } : trace));
const [width, height, scale] = arguments;
Plotly.toImage({ data, layout }, { format: "webp", width, height, scale }).then(done);
"""

STANDS = "const { playback } = nnviz.inspect(); return !playback || (!playback.target && playback.frames.length > 0)"


def drawn(page: Page, lesson: Lesson) -> bytes:
    """The picture, WebP."""
    page.open(f"/{lesson.slug}?{lesson.page.thumbnail}")
    page.wait_for(lambda: page.run(STANDS), "the step")
    page.wait_until_drawn()
    if lesson.figures:
        return base64.b64decode(page.driver.execute_async_script(DRAWN, WIDTH, HEIGHT, SCALE).partition(",")[2])
    return base64.b64decode(page.driver.execute_cdp_cmd("Page.captureScreenshot", table_of(page))["data"])


def table_of(page: Page) -> dict[str, object]:
    """What Chrome has to be asked for a picture of the table of a lesson without a figure."""
    left, top = page.run("const {x, y} = document.querySelector('.live-table').getBoundingClientRect(); return [x, y]")
    clip = {"x": left, "y": top, "width": WIDTH, "height": HEIGHT, "scale": SCALE}
    return {"format": "webp", "quality": 80, "clip": clip}


def draw(names: list[str]) -> None:
    """Draw the pictures of these lessons, of all without a name, and write them into assets/."""
    FOLDER.mkdir(exist_ok=True)
    with serving(WEB_CONCURRENCY="1") as server, HeadlessChrome(in_space=True) as chrome:
        page = Page(chrome, server.address)
        page.driver.set_script_timeout(30)
        for lesson in discover().values():
            if not names or lesson.slug in names:
                (FOLDER / f"{lesson.slug}.webp").write_bytes(drawn(page, lesson))


if __name__ == "__main__":
    draw(sys.argv[1:])
