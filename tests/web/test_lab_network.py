"""The network on the screen: it leads where the model is one, lives while it trains, and what is pressed is set."""

import pytest

from tests.web.test_every_page import wait_for_the_next_frame

LEADS = "return [...document.querySelectorAll('[data-leads]')].map((picture) => picture.dataset.figure)"
PRESS = """
const [plot, [x, y]] = [nnviz.plotIn("lab-network"), arguments[0]];
const {xaxis, yaxis} = plot._fullLayout, box = plot.getBoundingClientRect();
const at = {clientX: box.left + xaxis._offset + xaxis.d2p(x), clientY: box.top + yaxis._offset + yaxis.d2p(y)};
document.elementFromPoint(at.clientX, at.clientY).dispatchEvent(new MouseEvent("click", {bubbles: true, ...at}));
"""
NETWORK = "return nnviz.plotIn('lab-network').layout.meta.network"
SAYS = """
const images = nnviz.plotIn("lab-network")._fullData.filter(({type}) => type === "heatmap");
return images.map(({z}) => Array.from(z, (row) => [...row]).flat().slice(0, 400));
"""
SHOWN_LARGE = "return nnviz.plotIn('lab-fit').data[0].name"
FRAME = """
const frame = document.querySelector(".chosen-neuron:not([hidden])")?.getBoundingClientRect();
if (!frame) return null;
const plot = nnviz.plotIn("lab-network"), {xaxis, yaxis} = plot._fullLayout, box = plot.getBoundingClientRect();
const [x, y, width, height] = arguments[0];
return [frame.left - box.left - xaxis._offset - xaxis.d2p(x - width), frame.width - xaxis.d2p(2 * width),
    frame.top - box.top - yaxis._offset - yaxis.d2p(y + height)];
"""


@pytest.fixture
def page(lab):
    """The laboratory with a network of 4 and 2 hidden neurons, which leads."""
    lab.run("nnviz.set({model: 'network', data: 'XOR', neurons_1: '4', neurons_2: '2', learning_rate: '0.1'})")
    lab.wait_for(lambda: len(lab.run(f"{NETWORK}?.neurons ?? []")) == 7, "the network")
    lab.wait_until_drawn()
    wait_for_the_next_frame(lab)
    return lab


def test_a_network_leads_beside_what_it_predicts_and_lives_while_it_trains(page):
    assert page.run(LEADS) == ["network", "fit"]
    before = page.run(SAYS)
    assert len(before) == 4
    page.click("play")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.step") > 60, "sixty steps")
    page.click("play")
    after = page.run(SAYS)
    assert before[0] == after[0]  # a feature says what it says
    assert all(early != late for early, late in zip(before[1:], after[1:], strict=True))
    page.run("nnviz.set({model: 'linear regression'})")
    page.wait_for(lambda: page.run(LEADS) == ["loss", "fit"], "the loss to lead")
    assert page.console() == []


def test_a_pointer_on_an_edge_is_told_its_weight(page):
    *ends, name = page.run(NETWORK)["weights"][1]
    assert name == "x1 → 1.1"
    page.run(PRESS.replace('"click"', '"pointermove"'), [(ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2])
    told = page.run("return document.querySelector('.weight-told').textContent").replace("−", "-")
    said, _, number = told.partition(": ")
    weights = page.run("const p = nnviz.inspect().playback; return Array.from(p.frames.now('shown_weights', p.index))")
    assert said == name
    assert float(number) == pytest.approx(weights[1], rel=1e-3)


def test_a_press_on_a_neuron_shows_it_large_and_another_one_the_output(page):
    assert page.run(SHOWN_LARGE) == "probability"
    place = page.run(NETWORK)["neurons"][4]
    assert place[4] == "2.1"
    page.run(PRESS, place[:2])
    page.wait_for(lambda: page.run(SHOWN_LARGE) == "activation", "the neuron")
    assert "neuron=2.1" in page.path()
    assert page.value("lab-neuron") == "2.1"
    assert page.run(FRAME, place[:4]) == pytest.approx([0.0, 0.0, 0.0], abs=1.0)
    page.run(PRESS, place[:2])
    page.wait_for(lambda: page.run(SHOWN_LARGE) == "probability", "the output")
    assert "&neuron=" not in page.path()
    assert page.run(FRAME, place[:4]) is None
    assert page.console() == []


def test_buttons_add_and_remove_neurons_and_layers_and_undo_takes_it_back(page):
    def press(name):
        page.run("document.querySelector(`.stepper button[aria-label='${arguments[0]}']`).click()", name)

    press("One more: Neurons in layer 2")
    page.wait_for(lambda: "neurons_2=3" in page.path() and len(page.run(NETWORK)["neurons"]) == 8, "a third neuron")
    assert page.text("lab-neurons_2-value") == "3"
    press("One less: Hidden layers")
    page.wait_for(lambda: "hidden_layers=1" in page.path() and len(page.run(NETWORK)["neurons"]) == 5, "one layer")
    page.wait_for(lambda: not page.run("return document.getElementById('undo').disabled"), "a change to undo")
    page.click("undo")
    page.wait_for(lambda: "hidden_layers" not in page.path(), "the layer again")
    assert page.console() == []


def test_a_weight_is_set_at_its_edge_and_the_link_tells_it(page):
    page.click("play")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.step") > 10, "ten steps")
    *ends, _ = page.run(NETWORK)["weights"][1]
    page.run(PRESS, [(ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2])
    step = page.run("return nnviz.inspect().playback.step")
    field = page.driver.find_element("css selector", ".weight-field input")
    field.send_keys("-3.5\n")
    weights = "const p = nnviz.inspect().playback; return Array.from(p.frames.now('shown_weights', p.index))"
    here = "const {playback} = nnviz.inspect(); return playback.frames.length && playback.step"
    page.wait_for(lambda: page.run(here) == step and page.run(weights)[1] == -3.5, "the weight")
    assert f"edited_weights={step}%3A1.1.1%3A-3.5" in page.path()
    after = page.run(weights)
    page.wait_for(lambda: not page.run("return document.getElementById('undo').disabled"), "a change to undo")
    page.reload()
    page.wait_for(lambda: page.run(here) == step, "the same step")
    assert page.run(weights) == after
    assert page.console() == []
