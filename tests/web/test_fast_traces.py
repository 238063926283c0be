"""What the painter leaves on the screen while a run plays is what Plotly.react would have painted.

Every other test sees figures at rest, which Plotly.react has painted.
"""

import pytest

from nnviz.page.registry import discover

PAGES = [lesson for lesson in discover().values() if lesson.run and lesson.slug != "notebook"]
"""Every page with a run that its figures follow."""

QUERIES = {
    "lab": ["", "model=network&data=moons", "model=logistic&data=labels"],
    "logistic-regression": ["", "data=notebook"],
    "softmax": ["", "data=handwritten+digits&hidden=8+neurons"],
}
"""What else is looked at than a page as it opens: other models have other traces."""

FOLLOWING = """
const whole = ["surface", "scatter3d", "table"];
return nnviz.inspect().page.figures.filter((name) => {
  const traces = nnviz.plotIn(arguments[0] + name)._fullData;
  const moving = traces.filter(({ meta }) => meta?.grow || meta?.now || meta?.linear);
  return moving.length && moving.every(({ type, showscale, zauto }) => !whole.includes(type) && !(showscale && zauto));
});
"""
"""The figures that are painted quickly: all that follow the run, but those in space, tables of digits, and slices,
whose colour bar changes with them and of which there is one in an answer."""

BOTH_WAYS = """
const [id, done] = arguments;
const plot = nnviz.plotIn(id), { frames } = nnviz.inspect().playback;
const axes = Object.entries(plot._fullLayout).filter(([name]) => /^[xy]axis\\d*$/.test(name));
const fixed = ([name, { range }]) => [name, { ...plot.layout[name], range: [...range], autorange: false }];
const layout = { ...plot.layout, ...Object.fromEntries(axes.map(fixed)) };
const simplified = (trace) => trace.meta?.grow ? { ...trace, line: { ...trace.line, simplify: true } } : trace;
const at = (index) => nnviz.withFrame(plot.data, frames, index).map(simplified);
const last = frames.length - 1;
const sorted = (style) => style.split(/; */).sort().join(";"); // their order says which came first
const drawn = () => [...plot.querySelectorAll(".main-svg")].map((part) => {
  const copy = part.cloneNode(true);
  for (const styled of copy.querySelectorAll("[style]")) styled.setAttribute("style", sorted(styled.style.cssText));
  return copy.outerHTML;
});
(async () => {
  await Plotly.react(plot, at(0), layout);
  const before = drawn();
  const remains = nnviz.paintFast(plot, at(last));
  const quick = drawn();
  await Plotly.react(plot, at(0), layout);
  await Plotly.react(plot, at(last), layout);
  done({ remains, moves: before.join() !== quick.join(), quick, whole: drawn() });
})();
"""

AXIS = "return nnviz.plotIn('lab-loss')._fullLayout.xaxis.range"
LAST = "return nnviz.inspect().playback.step"


@pytest.mark.parametrize(
    "link", [f"/{lesson.slug}?{query}" for lesson in PAGES for query in QUERIES.get(lesson.slug, [""])]
)
def test_what_follows_a_run_moves_as_plotly_moves_it(page, link):
    page.open(f"{link}&step=5")  # how many frames the first answer brings depends on the machine
    page.wait_for(lambda: page.run("return nnviz.inspect().playback?.frames.length > 5"), "the first frames")
    slug = link.strip("/").partition("?")[0]
    names = page.run(FOLLOWING, f"{slug}-")
    seen = {name: page.driver.execute_async_script(BOTH_WAYS, f"{slug}-{name}") for name in names}
    assert {name: shown["remains"] for name, shown in seen.items()} == dict.fromkeys(names)
    for name, shown in seen.items():
        for quick, whole in zip(shown["quick"], shown["whole"], strict=True):
            assert quick == whole, name
    assert page.console() == []


PATH_LENGTH = """
const plot = nnviz.plotIn('lab-loss');
const place = plot._fullData.findIndex(({ name }) => name === 'training');
return plot.calcdata[place][0].node3.select('path.js-line').attr('d').length;
"""


def test_a_curve_has_all_its_points_at_rest_and_fewer_while_it_grows(page):
    page.open("/lab?step=400")
    page.wait_for(lambda: page.run(f"{LAST} >= 400"), "the run")
    whole = page.wait_for(
        lambda: (length := page.run(PATH_LENGTH)) > 400 * len("L1,1") and length, "a point of each step"
    )
    page.run(
        "const plot = nnviz.plotIn('lab-loss'), {frames} = nnviz.inspect().playback;"
        "nnviz.paintFast(plot, nnviz.withFrame(plot.data, frames, 390))"
    )
    assert page.run(PATH_LENGTH) < whole / 2


ROOM = """
const plot = nnviz.plotIn('lab-loss');
const place = plot._fullData.findIndex(({ name }) => name === 'training');
return plot._fullLayout.xaxis.range[1] / plot.calcdata[place].at(-1).x;
"""
"""What the axis shows, in lengths of the painted curve: playback is at its next step already."""


def test_an_axis_has_room_for_what_comes_while_a_run_plays_and_fits_when_it_rests(page):
    page.open("/lab?speed=100")
    page.click("play")
    page.wait_for(lambda: page.run(LAST) > 200, "200 steps")
    room = [page.run(ROOM) for _ in range(5)]
    assert all(1.0 <= share < 2.2 for share in room), room
    page.click("play")
    page.wait_for(lambda: page.run(f"{AXIS}[1] == {LAST[7:]}"), "an axis as long as the run")


def test_a_run_that_begins_again_has_an_axis_of_its_own(page):
    page.open("/lab?speed=1000")
    page.click("play")
    page.wait_for(lambda: page.run(LAST) > 1000, "1,000 steps")
    page.click("reset")
    page.wait_for(lambda: page.run(f"{AXIS}[1] < 50"), "a short axis")
