"""Three species, pasted once in a real browser, and trained on by every page that tells more than two classes apart."""

import pytest

from nnviz.core.data.class_datasets import make_class_dataset
from tests.web.own_data_dialog import opened, paste, use
from tests.web.test_every_page import play_until, wait_for_frames

SPECIES = ("setosa", "versicolor", "virginica")
PAGES = {
    "lab?model=logistic+regression&standardise=on&learning_rate=0.5&speed=max": ("lab-fit", "training_score"),
    "xor?output_bias=on": ("xor-log-surface", "log_accuracy"),
    "dropout?learning_rate=0.3": ("dropout-surface", "inverted_accuracy"),
    "batch-normalization?learning_rate=0.1&lead=normalised-surface": (
        "batch-normalization-normalised-surface",
        "normalised_training_accuracy",
    ),
    "softmax?learning_rate=0.3": ("softmax-answers", "training_accuracy"),
}
"""The link to a page -> a figure that names classes, and the share of examples that are right."""

SCORES = """
const {frames, index} = nnviz.inspect().playback;
return [0, index].map((at) => frames.now(arguments[0], at)[0]);
"""
LEGEND = "return document.querySelector(`#${arguments[0]} .legend`)?.textContent ?? ''"


@pytest.fixture(autouse=True)
def forget(page):
    yield
    page.run("localStorage.clear()")


def iris():
    """A CSV as it is found: measures, and the names of the species."""
    known = make_class_dataset("iris species", 150, 0.0, 0)
    rows = [f"{length},{width},{SPECIES[int(k)]}" for (length, width), k in zip(known.X, known.y, strict=True)]
    return "\n".join(["petal length,petal width,species", *rows])


def test_iris_pasted_once_is_learnt_on_five_pages(page):
    first, *others = PAGES
    opened(page, f"/{first}")
    paste(page, iris(), "150 examples")
    use(page)
    learns(page, *PAGES[first])
    for link in others:
        page.open(f"/{link}&data=your+own&speed=max")
        wait_for_frames(page)
        learns(page, *PAGES[link])
    assert page.console() == []


def learns(page, figure, score):
    page.wait_for(lambda: all(name in page.run(LEGEND, figure) for name in SPECIES), f"the species on {figure}")
    play_until(page, 60)
    before, after = page.run(SCORES, score)
    assert after > max(before, 0.8), score
