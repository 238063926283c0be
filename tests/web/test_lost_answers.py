"""A server that fails once costs nothing that was set: what it should have drawn is drawn."""

import pytest

FAIL_ONCE = """
const plain = window.fetch, status = arguments[0];
window.failed = 0;
window.fetch = (address, options) => {
  if (window.failed || !String(options?.body).includes("drawing-response")) return plain(address, options);
  window.failed += 1;
  return status ? Promise.resolve(new Response("no", { status })) : Promise.reject(new TypeError("no network"));
};
"""

BALL = "return nnviz.plotIn('constraint-geometry-plane').data.map((trace) => trace.name).join()"


@pytest.mark.parametrize("status", [0, 502])
def test_a_picture_that_got_lost_is_asked_for_again(page, status):
    page.open("/constraint-geometry?exponent=2")
    page.run(FAIL_ONCE, status)
    page.run("nnviz.set({size: '3.3'})")
    page.wait_for(lambda: "t = 3.3" in page.run(BALL), "the ball")
    assert page.run("return window.failed") == 1
    page.console()  # the failure stands there


def test_a_refusal_does_not_end_all_drawing(page):
    page.open("/constraint-geometry?exponent=2")
    page.run(FAIL_ONCE, 400)
    page.run("nnviz.set({size: '3.3'})")
    page.wait_for(lambda: page.run("return window.failed") == 1, "the refusal")
    page.run("nnviz.set({size: '4.4'})")
    page.wait_for(lambda: "t = 4.4" in page.run(BALL), "the next ball")
    page.console()
