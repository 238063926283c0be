"""What the painter leaves on the screen while a run plays is what Plotly.react would have painted.

Every other test sees figures at rest, which Plotly.react has painted.
"""

import pytest

PAGES = {
    "lab": {"fit", "loss", "parameter-plane"},
    "gradient-clipping": {"norms", "arrows", "parameter-plane", "loss"},
    "stochastic-gradient-descent": {"loss", "updates"},
    "batch-normalization": {"histograms", "spread"},
}
"""Lessons, and their figures that have traces which move: lines, points, both; over steps and in planes."""

BOTH_WAYS = """
const [id, done] = arguments;
const plot = nnviz.plotIn(id), { frames } = nnviz.inspect().playback;
const axes = Object.entries(plot._fullLayout).filter(([name]) => /^[xy]axis\\d*$/.test(name));
const fixed = ([name, { range }]) => [name, { ...plot.layout[name], range: [...range], autorange: false }];
const layout = { ...plot.layout, ...Object.fromEntries(axes.map(fixed)) };
const at = (index) => nnviz.withFrame(plot.data, frames, index);
const last = frames.length - 1;
const drawn = () => [...plot.querySelectorAll(".scatterlayer")].map((layer) => layer.innerHTML);
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


@pytest.mark.parametrize("slug", PAGES)
def test_paths_and_points_move_as_plotly_moves_them(page, slug):
    page.open(f"/{slug}?step=25")  # how many frames the first answer brings depends on the machine
    page.wait_for(lambda: page.run("return nnviz.inspect().playback?.frames.length > 20"), "the first frames")
    for name in sorted(PAGES[slug]):
        seen = page.driver.execute_async_script(BOTH_WAYS, f"{slug}-{name}")
        assert seen["remains"] is None, name
        assert seen["moves"], name
        assert seen["quick"] == seen["whole"], name
    assert page.console() == []


def test_an_axis_has_room_for_what_comes_while_a_run_plays_and_fits_when_it_rests(page):
    page.open("/lab?speed=100")
    page.click("play")
    page.wait_for(lambda: page.run(LAST) > 200, "200 steps")
    room = [page.run(f"{AXIS}[1] / ({LAST[7:]})") for _ in range(5)]
    assert all(1.0 <= share < 2.2 for share in room), room
    page.click("play")
    page.wait_for(lambda: page.run(f"{AXIS}[1] == {LAST[7:]}"), "an axis as long as the run")


def test_a_run_that_begins_again_has_an_axis_of_its_own(page):
    page.open("/lab?speed=1000")
    page.click("play")
    page.wait_for(lambda: page.run(LAST) > 1000, "1,000 steps")
    page.click("reset")
    page.wait_for(lambda: page.run(f"{AXIS}[1] < 50"), "a short axis")
