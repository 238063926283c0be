"""Links in a real browser: the address bar describes the screen, whatever the link said and however old it is."""

from nnviz.page.registry import discover
from tests.web.test_every_page import LENGTH, STEP, open_run

LAB = discover()["lab"]
WORDS = "return nnviz.inspect().values"
PLAYING = "return nnviz.inspect().playback.playing"


def test_a_preset_in_a_link_stays_until_something_is_changed(page):
    place, preset = 2, LAB.presets[1]
    open_run(page, LAB, f"?preset={place}")
    assert page.run(WORDS) == preset.settings.as_text()
    assert page.text("watch") == preset.watch
    page.click("step-forward")
    page.wait_for(lambda: page.path() == f"/lab?preset={place}&step=1", "the preset in the link")
    page.set_value("lab-seed", 5)
    page.wait_for(lambda: "seed=" in page.path() and "preset" not in page.path(), "the explicit link")
    words, path = page.run(WORDS), page.path()
    page.reload()
    page.wait_for(lambda: page.run("return !!nnviz.inspect().page"), "the page")
    assert (page.run(WORDS), page.path()) == (words, path)


def test_the_speed_is_in_the_link_where_it_is_not_the_usual_one(page):
    open_run(page, LAB, "?speed=max")
    assert page.text("speed-value") == "as fast as possible"
    assert page.run("return nnviz.inspect().playback.speed === Infinity")
    page.set_value("speed", 1)
    page.wait_for(lambda: page.path() == "/lab?speed=2", "the speed in the link")
    page.set_value("speed", page.run("return nnviz.inspect().page.usual_speed"))
    page.wait_for(lambda: page.path() == "/lab", "the short link")


def test_autoplay_plays_from_the_step_of_the_link(page):
    page.open("/lab?autoplay&step=700&speed=5")
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(STEP) > 700, "it to play on")
    assert page.run(PLAYING)
    page.open("/lab?autoplay=off")
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(LENGTH) > 1, "the frames")
    assert not page.run(PLAYING)
    page.open("/odds?autoplay")  # nothing runs there
    assert page.console() == []


def test_a_link_of_an_older_version_opens_at_the_nearest_that_there_is(page):
    open_run(
        page,
        LAB,
        "?learning_rate=1e-9&noise=-7&data=a+data+set+of+long+ago&momentum=0.9&hide=text,what+was+there"
        "&then=5~momentum~1,6~batch_size~70&preset=a+preset+of+long+ago&speed=-1&step=8&projector_font=3",
    )
    page.wait_for(lambda: page.run(STEP) == 8, "the step")
    words = page.run(WORDS)
    fields = LAB.settings.controls()
    assert words["learning_rate"] == fields["learning_rate"].texts[0]
    assert words["noise"] == fields["noise"].texts[0]
    assert words["data"] == LAB.settings().data
    assert words["batch_size"] == "64"
    assert "preset" not in page.path()
    assert page.console() == []
