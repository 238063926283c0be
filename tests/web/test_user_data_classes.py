"""One's own data with more than two classes in a real browser: pasted, asked about, trained in the laboratory."""

import pytest

from nnviz.core.data.real_data import read_table
from tests.web.own_data_dialog import WORDS, opened, paste, use
from tests.web.test_every_page import step_forward

LOSS = "const p = nnviz.inspect().playback; return p.frames.now('training_loss', p.index)"
LEGEND = "return document.querySelector('#lab-fit .legend')?.textContent ?? ''"


def measured(name, classes):
    """A file of three species as a table that people have: with names for the classes."""
    rows = [f"{x:g},{y:g},{classes[int(k)]}" for x, y, k in read_table(name)[1].tolist()]
    return "\n".join(["length,width,species", *rows])


IRIS = measured("iris_species.csv", ("setosa", "versicolor", "virginica"))
PENGUINS = measured("penguins.csv", ("Adélie", "chinstrap", "gentoo")) + "\nNA,18.1,Adélie\n40.1,,gentoo\nNA,NA,gentoo"


pytestmark = pytest.mark.usefixtures("empty_storage")


@pytest.mark.parametrize(
    ("text", "said", "names"),
    [
        (IRIS, "3 classes", ("setosa", "versicolor", "virginica")),
        (PENGUINS, "3 rows have a missing value", ("Adélie", "chinstrap", "gentoo")),
    ],
    ids=["iris", "penguins"],
)
def test_three_species_are_pasted_and_trained_in_the_laboratory(page, text, said, names):
    opened(page, "/lab?model=network&standardise=on&learning_rate=0.1")
    paste(page, text, said)
    use(page)
    page.wait_for(lambda: all(name in page.run(LEGEND) for name in names), "the species in the legend")
    assert page.run(WORDS)["own_data"].split("\n")[0] == "classification,length,width,species," + ",".join(names)
    before = page.run(LOSS)
    step_forward(page, 5)
    assert page.run(LOSS) < before
    assert page.console() == []


def test_few_whole_numbers_are_asked_about_before_they_are_used(page):
    opened(page, "/lab?model=network")
    numbered = measured("iris_species.csv", ("0", "1", "2"))
    paste(page, numbered, "classes or numbers to predict")
    assert not page.find("own-data-use").is_enabled()
    page.set_value("own-data-meaning", "classes")
    page.wait_for(lambda: "3 classes" in page.text("own-data-says"), "the classes")
    use(page)
    page.wait_for(lambda: page.run(LEGEND).startswith("012"), "the numbers in the legend")
    assert page.console() == []
