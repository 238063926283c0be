"""A page is read from the files of its folder, in each language, and says what is wrong with them."""

from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError

from nnviz.page.page import Page
from nnviz.page.prose import prose

HEAD = 'title = "Two words"\nsection = "Networks"\norder = 3\nsummary = "What is to be seen."\n'
HEAD += 'goal = "Say it in two words."\nminutes = 5\n'
GERMAN = 'title = "Zwei Wörter"\nsummary = "Was zu sehen ist."\ngoal = "Es sagen."\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lesson = tmp_path / "two_words"
    lesson.mkdir()
    return lesson


def page(folder: Path, head: str = HEAD, text: str = "There are << n >>.\n") -> Page:
    (folder / "page.md").write_text(f"+++\n{head}+++\n\n{text}", encoding="utf-8")
    return Page.beside(str(folder / "__init__.py"), lambda settings: {"n": settings + 1})


def test_a_page_is_named_like_its_folder_and_its_head_says_where_it_stands(folder):
    made = page(folder)
    english = made.in_language("en")
    assert (made.slug, made.section, made.order) == ("two-words", "Networks", 3)
    assert (english.title, english.summary, english.goal) == (
        "Two words",
        "What is to be seen.",
        "Say it in two words.",
    )
    assert (made.minutes, made.thumbnail) == (5, "")
    assert english.text(4) == "There are 5."


def test_a_language_is_a_file_beside_and_any_other_is_english(folder):
    (folder / "page.de.md").write_text(f"+++\n{GERMAN}+++\n\nEs sind << n >>.", encoding="utf-8")
    made = page(folder)
    assert made.in_language("de").title == "Zwei Wörter"
    assert made.in_language("de").text(4) == "Es sind 5."
    assert made.in_language("fr") is made.in_language("en")


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (HEAD + 'author = "x"\n', "author"),
        (HEAD.replace('summary = "What is to be seen."\n', ""), "summary"),
        (HEAD.replace("3", '"3"'), "order"),
        (HEAD.replace('"Networks"', "Networks"), "Invalid value"),
    ],
    ids=["unknown key", "missing key", "wrong type", "no TOML"],
)
def test_a_wrong_head_is_an_error_that_names_the_file_and_the_key(folder, head, says):
    with pytest.raises(ValueError, match=rf"(?s)page\.md.*{says}"):
        page(folder, head)


def test_a_file_without_a_head_is_an_error(folder):
    (folder / "page.md").write_text("# Prose\n+++\ntitle = 1\n+++\n", encoding="utf-8")
    with pytest.raises(ValueError, match="does not begin with a head"):
        Page.beside(str(folder / "__init__.py"))


def test_a_translation_does_not_say_again_where_the_page_stands(folder):
    (folder / "page.de.md").write_text(f"+++\n{GERMAN}order = 4\n+++\n\nText", encoding="utf-8")
    with pytest.raises(ValueError, match=r"(?s)page\.de\.md.*order"):
        page(folder)


def test_what_is_no_template_is_found_at_the_start(folder):
    with pytest.raises(TemplateSyntaxError):
        page(folder, text="<% if n %> and no end")


def test_a_name_that_nobody_gives_is_an_error_and_not_a_gap():
    with pytest.raises(UndefinedError, match="shape"):
        prose("<< shape >>", lambda settings: {}, "page.md")(None)


def test_braces_of_latex_are_left_alone():
    formula = r"$\frac{{a}}{{b}} \text{{%}} {#1} \underbrace{{x}}_{{y}}$"
    assert prose(formula, lambda settings: {}, "page.md")(None) == formula


def test_conditions_leave_neither_lines_nor_gaps_behind():
    source = "One\n\n<% if settings %>\nTwo\n\n<% endif %>\n\n<# a remark #>\nThree<% if settings %>, four<% endif %>\n"
    text = prose(source, lambda settings: {}, "page.md")
    assert text(True) == "One\n\nTwo\n\nThree, four"
    assert text(False) == "One\n\nThree"


def test_a_condition_at_the_end_of_a_paragraph_does_not_join_it_with_the_next():
    source = "One<% if settings %>, two<% endif %>\n\nThree <# a remark #>\nfour"
    assert prose(source, lambda settings: {}, "page.md")(True) == "One, two\n\nThree \nfour"


def test_parts_of_an_enumeration_that_may_be_missing_are_joined():
    each = "<% for n in (1, 2, 3) %><% if n != settings %><< also() >><< n >><% endif %><% endfor %>"
    source = f'<% set also = joiner(", ") %>{each}'
    text = prose(source, lambda settings: {}, "page.md")
    assert [text(n) for n in (0, 1, 3)] == ["1, 2, 3", "2, 3", "1, 2"]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("<< 0.05 | short >>", "0.05"),
        ("<< 12345.678 | digits(4) >>", "1.235e+04"),
        ("<< 1 | decimals(3) >>", "1.000"),
        ("<< 480000 | thousands >>", "480,000"),
        ("<< 0.0000023 | magnitude >>", "2e-06"),
        ("<< 0.25 | percent >>", "25%"),
        ("<< 0.5 | formatted('+.2f') >>", "+0.50"),
        ("<< -2.5 | short | minus >>", "−2.5"),
        ("<< 1 | plural('point') >>, << 2 | plural('point') >>", "point, points"),
        ("<< 2 | plural('axis', 'axes') >>", "axes"),
    ],
)
def test_numbers_are_written_by_filters(source, written):
    assert prose(source, lambda settings: {}, "page.md")(None) == written
