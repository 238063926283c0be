"""Handwritten digits are learnt while somebody watches: what is right of those held out stands beside the pictures."""

import re


def test_over_95_percent_of_the_digits_held_out_are_right_while_it_plays(page):
    page.open("/softmax?preset=Handwritten+digits&speed=max&autoplay")

    def right() -> float:
        shown = re.match(r"[\d.]+", page.text("softmax-held-out-accuracy"))
        return float(shown[0]) if shown else 0.0

    page.wait_for(lambda: right() > 95, "more than 95 % of the digits")
    assert page.run("return nnviz.inspect().playback.playing")
    assert page.console() == []
