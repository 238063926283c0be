"""Show the code: what the server answers, and what a person sees, copies and saves."""

import json

import numpy as np
import pytest

from nnviz.page.registry import discover
from nnviz.runs.protocol import StepBudget
from nnviz.web.document import program_version
from nnviz.web.server import create_app
from tests.code_export.executed import executed

SAVED = """
const [button, done] = arguments;
const create = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
let saved = null;
URL.createObjectURL = (blob) => ((saved = blob), create.call(URL, blob));
HTMLAnchorElement.prototype.click = function () {
    URL.createObjectURL = create;
    HTMLAnchorElement.prototype.click = click;
    saved.text().then(text => done({name: this.download, text}));
};
document.getElementById(button).click();
"""


@pytest.fixture(scope="module")
def client():
    app = create_app()
    app.server.config["TESTING"] = False  # an unexpected exception becomes a 500, as it would in a lecture
    return app.server.test_client()


def body(**changes):
    whole = {"lesson": "lab", "link": "/lab", "setting_changes": [{"step": 0, "settings": {}}], "step": 0}
    return {**whole, **changes}


def asked(client, **changes):
    return client.post("/code", json=body(**changes))


def test_the_answer_is_the_script_and_the_same_as_a_notebook(client):
    answer = asked(client, link="/lab?seed=3", setting_changes=[{"step": 0, "settings": {"seed": "3"}}]).get_json()
    assert answer["name"] == "lab"
    assert "SEED = 3\n" in answer["python"]
    assert "/lab?seed=3" in answer["python"]
    cells = json.loads(answer["notebook"])["cells"]
    assert "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code") == answer["python"]


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\u202e", "\u2028", "\n", "`"])
def test_a_link_is_one_line_of_visible_signs_and_stays_in_its_code_span(client, sign):
    answer = asked(client, link=f"/lab?x=1{sign}import os{sign}").get_json()
    first = next(line for line in answer["python"].split("\n") if line.startswith("# What"))
    assert first.endswith("computed with NumPy alone.")
    assert first.isprintable()
    introduction = "".join(json.loads(answer["notebook"])["cells"][0]["source"])
    assert introduction.count("`") == 2
    compile(answer["python"], "script", "exec")


@pytest.mark.parametrize("slug", discover())
def test_every_page_has_an_answer(client, slug):
    answer = asked(client, lesson=slug)
    assert answer.status_code == 200
    compile(answer.get_json()["python"], slug, "exec")


def test_a_control_that_moved_is_moved_in_the_script_at_the_same_step(client):
    lesson = discover()["lab"]
    before, after = {"learning_rate": "0.01"}, {"learning_rate": "0.1"}
    setting_changes = [
        {"step": 0, "settings": before},
        {"step": 30, "settings": after},
        {"step": 90, "settings": before},
    ]
    names = executed(asked(client, setting_changes=setting_changes, step=70).get_json()["python"])
    first, second = lesson.settings.parse(before), lesson.settings.parse(after)
    reached = lesson.run.resume(first, lesson.run.start(first).checkpoint, StepBudget(30))
    ended = lesson.run.resume(second, reached.checkpoint, StepBudget(40))
    assert len(names["losses"]) == 71
    np.testing.assert_allclose(names["losses"][31:], ended.frames["training_loss"], rtol=1e-12)


def test_settings_out_of_bounds_are_brought_within_as_in_a_link(client):
    wild = {"learning_rate": "1e9", "seed": "none", "n_samples": "7", "unknown": "1"}
    text = asked(client, setting_changes=[{"step": 0, "settings": wild}]).get_json()["python"]
    assert "learning_rate = 10.0" in text
    assert "SEED = 0" in text


def test_a_link_cannot_leave_its_comment(client):
    text = asked(client, link="/lab\nimport os\r\u2028os.remove('x')").get_json()["python"]
    assert [line for line in text.splitlines() if "import" in line and not line.startswith("#")] == [
        "import numpy as np",
        "    import matplotlib.pyplot as plt",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"lesson": "nothing"},
        {"lesson": 7},
        {"setting_changes": []},
        {"setting_changes": [{"step": -1, "settings": {}}]},
        {"setting_changes": [{"step": 0, "settings": {"seed": 3}}]},
        {"setting_changes": [{"step": 0}] * 500},
        {"step": "far"},
        {"step": 1e300},
        {"link": "x" * 3000},
        {"more": 1},
    ],
)
def test_a_malformed_request_is_refused(client, wrong):
    assert asked(client, **wrong).status_code == 400


def test_a_page_that_was_open_when_the_server_was_renewed_is_asked_to_load_again(client):
    of_before = {"lesson": "lab", "link": "/lab", "schedule": [{"step": 0, "words": {}}], "step": 0}
    answered = client.post("/code", json=of_before)
    assert (answered.status_code, answered.mimetype) == (400, "text/plain")
    assert "load it again" in answered.text
    assert answered.headers["X-Version"] == program_version()


def test_what_is_no_json_is_refused(client):
    assert 400 <= client.post("/code", data="{", content_type="application/json").status_code < 500
    assert 400 <= client.post("/code", data="text").status_code < 500
    assert client.get("/code").status_code == 405 or b"nnviz" in client.get("/code").data


def open_code(page):
    page.click("tool-code")
    page.wait_for(lambda: "import numpy" in page.text("code-text"), "the script")
    return page.text("code-text")


def test_the_dialog_shows_the_script_of_the_page_and_saves_it(page):
    page.open("/lab?learning_rate=0.03&batch_size=8")
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback"), "the run")
    text = open_code(page)
    assert "learning_rate = 0.03" in text
    assert "batch_size = 8" in text
    python = page.driver.execute_async_script(SAVED, "code-py")
    assert python["name"] == "lab.py"
    assert python["text"].strip() == text
    notebook = page.driver.execute_async_script(SAVED, "code-ipynb")
    assert notebook["name"] == "lab.ipynb"
    assert json.loads(notebook["text"])["nbformat"] == 4
    page.click("code-copy")
    page.wait_for(lambda: page.text("code-status") in ("Copied.", "Selected: press Ctrl+C to copy."), "the copy")
    assert page.console() == []


def test_the_dialog_follows_a_control_that_was_moved_while_the_run_played(page):
    page.open("/lab?then=40~learning_rate~0.1&step=60")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback?.step") == 60, "step 60")
    text = open_code(page)
    assert "N_STEPS = 60" in text
    assert "if step == 40:" in text
    now = "const {playback} = nnviz.inspect(); return playback.frames.now('training_loss', playback.index)[0]"
    assert executed(text)["losses"][60] == pytest.approx(page.run(now), rel=1e-12)


def test_a_page_without_a_run_shows_its_own_script(page):
    page.open("/odds?probability=0.3")
    assert "p = 0.3" in open_code(page)
    assert page.console() == []


def test_a_page_that_a_server_of_another_version_refuses_says_so(page):
    page.open("/lab")
    page.run("document.documentElement.dataset.version = 'an older one'")
    page.run("history.replaceState(history.state, '', '/lab?other=' + 'x'.repeat(3000))")  # longer than a link may be
    page.click("tool-code")
    page.wait_for(lambda: "older version than the server" in page.text("code-status"), "the reason")
