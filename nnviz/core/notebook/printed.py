"""What the notebook printed, how a result computed here is printed the same way, and whether every digit agrees."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from nnviz.core.types import FloatArray


def _read() -> dict[str, dict[str, str]]:
    text = files("nnviz.core.notebook").joinpath("published.json").read_text(encoding="utf-8")
    lines = {entry: [line.rpartition(": ") for line in printed] for entry, printed in json.loads(text).items()}
    return {entry: {word: text for word, _, text in printed} for entry, printed in lines.items()}


PRINTED: Mapping[str, Mapping[str, str]] = _read()
"""Entry -> the word before a line ("" for none) -> the line."""


def lines(entry: str) -> list[str]:
    """The printed lines of an entry, each behind its word."""
    return [f"{word}: {text}" if word else text for word, text in PRINTED[entry].items()]


_NUMBER = re.compile(r"(?<![\w.])-?\d+\.?\d*(?:e[+-]\d+)?|nan")


def numbers_in(text: str) -> FloatArray:
    """The numbers of a printed text in their order."""
    return np.array([float(number) for number in _NUMBER.findall(text)])


def tidy(text: str) -> str:
    """One space between words and none inside a bracket: NumPy pads numbers to one width."""
    return re.sub(r"(?<=\[) | (?=\])", "", " ".join(text.split()))


@dataclass(frozen=True)
class Style:
    """How a line shows its numbers (k,).

    With a `tolerance` it holds numbers against numbers, for digits that depend on the machine; else text against text.
    """

    text: Callable[[FloatArray], str]
    tolerance: float = 0.0

    def agrees(self, numbers: FloatArray, printed: str) -> bool:
        """Whether these numbers print as that line."""
        if self.tolerance:
            expected = numbers_in(printed)
            return numbers.shape == expected.shape and bool((np.abs(numbers - expected) <= self.tolerance).all())
        return self.text(numbers) == tidy(printed)


def _array(numbers: FloatArray) -> str:
    return tidy(np.array2string(numbers, max_line_width=1000, precision=8, suppress_small=False, floatmode="maxprec"))


def _coefficient(numbers: FloatArray) -> str:
    estimate, standard_error, t, p, lower, upper = (f"{number:.4f}" for number in numbers)
    return f"{estimate} se {standard_error} t {t} p {p} [{lower}, {upper}]"


def _scores(numbers: FloatArray) -> str:
    adjusted, aic, bic, log_likelihood, f_statistic, scale = numbers
    scores = f"adj R2 {adjusted:#.3f}, AIC {aic:.4f}, BIC {bic:.4f}"
    return f"{scores}, log-lik {log_likelihood:#.5g}, F {f_statistic:#.4g}, scale {scale:#.5g}"


def _residuals(numbers: FloatArray) -> str:
    r_squared, omnibus, omnibus_p, durbin_watson, jarque_bera, jarque_bera_p, skewness, kurtosis, condition = numbers
    tests = f"Omnibus {omnibus:.3f} p {omnibus_p:.3f}, Durbin-Watson {durbin_watson:.3f}"
    normal = f"Jarque-Bera {jarque_bera:.3f} p {jarque_bera_p:.3f}, skew {skewness:.3f}, kurtosis {kurtosis:.3f}"
    return f"R2 {r_squared:#.3f}, {tests}, {normal}, condition {condition:.0f}"


ARRAY = Style(_array)
FOUR_COLUMNS = Style(lambda numbers: _array(numbers.reshape(-1, 4)))
ALL_DIGITS = Style(lambda numbers: ",".join(map(repr, numbers.tolist())), tolerance=1e-12)
WEIGHTS_AND_LOSS = Style(lambda numbers: f"{_array(numbers[:-1])}, loss {numbers[-1]:.6f}")
COEFFICIENT = Style(_coefficient)
SCORES = Style(_scores)
RESIDUALS = Style(_residuals)
