"""What a link says that is not understood: a value that no control has, a name that looks like one of the page's."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice

from nnviz.page.lesson import Lesson
from nnviz.web.catalogue import message
from nnviz.web.compared_runs import unread_in_hold
from nnviz.web.linked_table import problem_of_table
from nnviz.web.links import WORDS_BESIDE_FIELDS, said_changes
from nnviz.web.setting_changes import read_change
from nnviz.web.user_data_sentences import sentence

OTHER_WORDS = WORDS_BESIDE_FIELDS | {"lang", "room"}
"""What a link may say besides fields."""

MOST_NAMED, MOST_LOOKED_AT, LONGEST = 3, 100, 40
ALIKE = 0.75
"""How much a word is like the name of a field, of 1, that is taken for a misspelt one: links carry other words too."""


def misread(lesson: Lesson, query: Mapping[str, str]) -> str:
    """A sentence for each thing in a link that was not understood, at most three; empty when all was."""
    return " ".join(sentence for sentence, _ in zip(_misread(lesson, query), range(MOST_NAMED), strict=False))


def _misread(lesson: Lesson, query: Mapping[str, str]) -> Iterator[str]:
    if why := problem_of_table(lesson, query):
        yield message("page.unread-table", why=sentence(why))
    controls = {name: control for name, control in lesson.settings.controls().items() if not control.local_while}
    for name, text in islice(query.items(), MOST_LOOKED_AT):
        given = f"{name}={text}"[:LONGEST]
        if name in controls:
            if controls[name].parse(text) is None:
                yield message("page.unread-value", given=given)
        elif name not in OTHER_WORDS and name not in lesson.settings.controls():
            for meant in get_close_matches(name[:LONGEST], controls, 1, ALIKE):
                yield message("page.unread-name", given=given, meant=meant)
    for key, text in _unread_later(lesson, query):
        yield message("page.unread-value", given=f"{key}={text}"[:LONGEST])


def _unread_later(lesson: Lesson, query: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What cannot be read of the changes in `then` and of the runs in `hold`."""
    for change in said_changes(query):
        if any(change) and read_change(lesson, *change) is None:
            yield "then", "~".join(change)
    for text in unread_in_hold(lesson, query):
        yield "hold", text
