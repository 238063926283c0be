import re
from pathlib import Path

from nnviz.figures.class_colours import CLASS_COLOURS, CLASS_SYMBOLS
from nnviz.figures.colours import PALETTE, ROLES

STYLE = Path(__file__).parents[2] / "assets" / "css" / "base" / "colours.css"


def test_every_role_has_a_colour_that_colour_blind_people_can_tell_apart():
    assert set(ROLES.values()) <= set(PALETTE.values())


def test_training_and_validation_and_the_two_classes_never_look_alike():
    assert ROLES["training"] != ROLES["validation"]
    assert ROLES["class 0"] != ROLES["class 1"]
    assert ROLES["positive weight"] != ROLES["negative weight"]


def test_the_browser_has_the_same_colours_for_the_same_roles():
    given = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", STYLE.read_text(encoding="utf-8")))
    assert given
    roles = ROLES | {f"class {label}": colour for label, colour in enumerate(CLASS_COLOURS)}
    assert given == {name: roles[name.replace("-", " ")].lower() for name in given}


def test_the_browser_has_the_same_symbols_and_colours_for_the_same_classes():
    text = (STYLE.parents[2] / "js" / "user_data" / "class_marks.mjs").read_text(encoding="utf-8")
    assert tuple(re.findall(r'^  "([\w-]+)",$', text, re.MULTILINE)) == CLASS_SYMBOLS
    assert STYLE.read_text(encoding="utf-8").count("--class-") == len(CLASS_COLOURS)
