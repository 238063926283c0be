"""The numbers under the picture: whole at every size, also where a run has ended with very large ones."""

import pytest

from tests.web.test_stage import OVERLAPS, PHONES, SCREENS

CUT = """
const row = document.querySelector(".headlines");
const right = getComputedStyle(row).overflowX === "auto" ? Infinity : row.getBoundingClientRect().right; // else swiped
return [...document.querySelectorAll(".headlines .readout dd")].filter((number) => number.checkVisibility()
    && (number.scrollWidth > number.clientWidth || number.getBoundingClientRect().right > right + 1))
    .map((number) => `${number.id}: ${number.textContent}`);
"""
STATUS_IS_WHOLE = """
const {scrollWidth, clientWidth, scrollHeight, clientHeight} = document.getElementById("status");
return scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1;
"""


@pytest.mark.parametrize(
    "link", ["/gradient-clipping?preset=1&step=9999", "/gradient-descent?learning_rate=10&step=60"]
)
def test_no_number_is_cut_and_no_text_lies_over_another_when_a_run_has_ended(page, window, link):
    page.open(link)
    page.wait_for(lambda: page.text("status"), "the sentence on the run")
    for width, height in (SCREENS[0], *PHONES):
        window(width, height)
        assert page.run(CUT) == [], (width, height)
        assert page.run(OVERLAPS) == [], (width, height)
        assert (width, height) not in PHONES or page.run(STATUS_IS_WHOLE), (width, height)
