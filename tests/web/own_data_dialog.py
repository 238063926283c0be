"""What people do in the dialog for their own data, in a real browser, and what comes of it."""

from tests.web.test_every_page import wait_for_frames

PASTE = """
const box = document.getElementById("own-data-text");
box.value = arguments[0];
box.dispatchEvent(new Event("input", {bubbles: true}));
"""
WORDS = "return nnviz.inspect().values"
KEPT = """
const keys = Object.keys(localStorage).filter((key) => key.startsWith("nnviz:table:"));
return keys.map((key) => JSON.parse(localStorage.getItem(key)).text).sort();
"""
LINE = "speed;distance\n4,5;2\n7;4\n8;16\n9;10\n10;18\n11;17\n"
PLANE = "a,b,species\n1,2,virginica\n2,3,versicolor\n3,1,virginica\n4,4,versicolor\n5,2,virginica\n"


def opened(page, path="/lab"):
    page.open(path)
    page.click("tool-own-data")


def paste(page, text, says):
    page.run(PASTE, text)
    page.wait_for(lambda: says in page.text("own-data-says"), says)


def use(page):
    page.click("own-data-use")
    page.wait_for(lambda: not page.find("dialog-own-data").is_displayed(), "the dialog to close")
    wait_for_frames(page)


def points(page, figure="lab-fit"):
    traces = [trace for trace in page.figure(figure)["data"] if trace.get("mode") == "markers"]
    given = [[trace[axis] for axis in "xy"] for trace in traces]  # lists, or base64 with the numbers beside it
    pairs = [[values if isinstance(values, list) else values["_inputArray"] for values in pair] for pair in given]
    return sorted(point for x, y in pairs for point in zip(x, y, strict=True))
