"""A question that a preset asks before it plays: whoever has predicted something looks closer."""

from dataclasses import dataclass

FEWEST, MOST = 2, 4
"""How many answers there are to choose from."""


@dataclass(frozen=True)
class Question:
    """A prediction to make: the answers, which of them is `right`, and `because`, the sentences that explain it.

    The explanation is shown from step `after` on, or when the run stops before; a page without a run shows it at once.
    Raises ValueError for fewer than two or more than four answers, for equal ones, and if the right one is missing.
    """

    text: str
    answers: tuple[str, ...]
    right: str
    because: str
    after: int = 0

    def __post_init__(self) -> None:
        if not FEWEST <= len(self.answers) <= MOST or len(set(self.answers)) != len(self.answers):
            raise ValueError(f"{self.text!r} has to have {FEWEST} to {MOST} answers, all different.")
        if self.right not in self.answers:
            raise ValueError(f"{self.right!r} is none of the answers to {self.text!r}.")
