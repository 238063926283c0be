"""What the pages claim, and what computes it: one module a lesson, named like its folder, which holds its `CLAIMS`.

A sentence is code. Each sentence of a page that claims something is either filled in from what is computed, or has a
check here, which computes it for the settings at which the sentence is shown.
"""

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from nnviz.page.lesson import Lesson
from nnviz.page.settings import Settings

Check = Callable[[Settings], None]
"""Computes for these settings what a sentence says; raises AssertionError where that is not so."""

RightAnswer = Callable[[Settings], int]
"""Computes which of the answers to a question is right, by its place."""


@dataclass(frozen=True)
class Claims:
    """The checks of one lesson.

    `watch`, `right` and `because` have the name of the preset as their key: its sentence, the right answer to its
    question, and the explanation of that answer. `sentences` has words of a sentence as its key, whatever shows it:
    prose, summary, notice, caption, help, what happens when a slider rises. `computed` has words of sentences that are
    filled in from what is computed, with the function that computes it. `definitions` has words of sentences which only
    name, define or instruct, or which are algebra that holds for every number, with the reason.
    """

    watch: Mapping[str, Check]
    right: Mapping[str, RightAnswer] = field(default_factory=dict)
    because: Mapping[str, Check] = field(default_factory=dict)
    sentences: Mapping[str, Check] = field(default_factory=dict)
    computed: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)


def claims(lesson: Lesson) -> Claims:
    """The checks of a lesson."""
    found: Claims = importlib.import_module(f"{__name__}.{lesson.slug.replace('-', '_')}").CLAIMS
    return found


FORMULA = re.compile(r"\$\$[\s\S]*?\$\$|\$[^$]*\$|`[^`]*`|^\|.*$|^#.*$", re.M)
SENTENCE_END = re.compile(r"(?<=[.:?!])\s+(?=[A-Z*\[])|\n\s*\n|\n(?=[-*] )")
CLAIM = re.compile(
    r"\d|%|\b(\w+er than|more|less|fewer|most|least|only|never|always|every|none|nothing|because|why|so|"
    r"stays?|keeps?|faster|slower|sooner|later|longer|shorter|larger|smaller|higher|lower|better|worse|best|worst|"
    r"diverges?|converges?|grows?|falls?|rises?|shrinks?|vanish\w*|explodes?|overshoots?|almost|nearly|about|half|"
    r"twice|times|costs?|cures?|helps?|needs?|reach\w*|stuck|cannot|exactly|equal\w*|same|both)\b",
    re.I,
)
"""What makes a sentence a claim: a number, a comparison, a cause, "always", "only"."""


def prose_claims(text: str) -> Iterator[str]:
    """The sentences of a text in Markdown that claim something, with the white space of one line."""
    for sentence in SENTENCE_END.split(FORMULA.sub(" … ", text)):
        words = " ".join(sentence.split())
        if CLAIM.search(words):
            yield words
