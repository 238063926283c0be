"""The notebook's data and its one random stream as source text.

The shuffles of a fit depend on everything that was drawn before it, so a script of that fit makes those draws as well.
"""

from collections.abc import Iterator, Mapping

from nnviz.core.data.provenance import Number
from nnviz.core.notebook import chain
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import Drawn, Elsewhere, Fit, Part, normal_start, uniform_start

Draw = tuple[str, int]
"""What is drawn, and how often or how many numbers."""

FIRST_DATA = {
    "scaled": """
    X = np.column_stack([stream.normal(size=1000), stream.normal(50.0, 10.0, size=1000)])
    y = 6.0 + X @ [4.0, 3.0] + stream.normal(size=1000)
""",
    "toy without noise": """
    X = stream.normal(size=(1000, 1))
    y = 6.0 + 4.0 * X[:, 0]
""",
    "toy without bias": """
    X = stream.normal(size=(1000, 1))
    y = X @ [4.0] + stream.normal(size=1000)
""",
    "line": """
    X = stream.normal(size=(1000, 1))
    y = 6.0 + X @ [4.0] + stream.normal(size=1000)
""",
}
CASES = {
    "labels": """
        elif what == "labels":  # with P(y = 1) = σ(6 + 4x)
            labels = np.array([stream.binomial(1, 1.0 / (1.0 + np.exp(-t))) for t in 6.0 + 4.0 * X[:, 0]], dtype=float)
""",
    "feature": """
        elif what == "feature":  # one that explains nothing
            useless = stream.uniform(size=1000)
""",
    "normal": """
        elif what == "normal":  # first weights
            stream.normal(size=n)
""",
    "uniform": """
        elif what == "uniform":
            stream.random_sample(n)
""",
    "seeds": """
        elif what == "seeds":  # of another library's generator
            for _ in range(n):
                stream.randint(0, 2**31 - 1)
""",
}
SHUFFLES = """
        if what == "shuffles":  # one for each epoch
            for _ in range(n):
                stream.permutation(1000)
"""
STARTS = {normal_start: "normal", uniform_start: "uniform"}


def drawn_before(entry: str, place: int) -> list[Draw]:
    """What is drawn from the stream between its first data and the first shuffle of a fit: kinds and numbers."""
    draws: list[Draw] = []
    fits: list[Fit] = []
    for at in CHAIN:
        for part in at.parts:
            if isinstance(part, Drawn) and part.reseeds:
                draws = []
            fits += [part] if at.name == entry and isinstance(part, Fit) else []
            if len(fits) > place:
                return [*draws, *_start(fits[-1])]
            draws += _draws(part)
    raise KeyError(entry)


def _start(fit: Fit) -> list[Draw]:
    return [(STARTS[fit.start], fit.model.n_parameters)] if fit.start in STARTS else []


def _draws(part: Part) -> Iterator[Draw]:
    if isinstance(part, Fit):
        yield from _start(part)
        if part.optimizer.batch_size is not None:
            yield "shuffles", part.n_epochs
    elif isinstance(part, Elsewhere):
        yield "seeds", part.n_draws
    elif isinstance(part, Drawn) and part.make in LATER:
        yield LATER[part.make], 0


LATER = {chain.labels: "labels", chain.noise_feature: "feature"}


NEEDED = {"toy, labels": ("logit_100", 0), "toy + noise": ("ridge_gd_noise", 0)}
"""Data that are drawn later -> a fit before which they are known."""

ENDINGS = {
    "toy, labels": "    return X, labels, stream\n",
    "toy + noise": "    return np.column_stack([X, useless]), y, stream\n",
    "scaled, standardised": "    return (X - X.mean(axis=0)) / X.std(axis=0), y, stream\n",
}


def draws_of(numbers: Mapping[str, Number], shuffles: bool) -> list[Draw]:
    """The draws that the notebook's data of a recipe need, and with shuffles those before its fit."""
    if "entry" in numbers and shuffles:
        return drawn_before(str(numbers["entry"]), int(numbers["place"]))
    data = str(numbers["data"])
    return drawn_before(*NEEDED[data]) if data in NEEDED else []


def notebook_code(data: str, draws: list[Draw]) -> str:
    """The function `notebook(draws)` that gives X, y and the stream."""
    kinds = {what for what, _ in draws}
    function = '\ndef notebook(draws):\n    """The notebook\'s data, and its one random stream after these draws."""\n'
    function += "    stream = np.random.RandomState(777)"
    function += FIRST_DATA.get("scaled" if data.startswith("scaled") else data, FIRST_DATA["line"])
    if draws:
        cases = "".join(text for what, text in CASES.items() if what in kinds)
        function += "    for what, n in draws:" + (SHUFFLES + cases).replace("\n\n", "\n")
    return function + ENDINGS.get(data, "    return X, y, stream\n")
