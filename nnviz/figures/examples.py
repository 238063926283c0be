"""The data as points: training and validation examples, told apart by fill, classes by colour and symbol."""

from dataclasses import dataclass

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.colours import ROLES, WHITE
from nnviz.figures.plain_text import plain_text

MOST_POINTS = 1000  # what a browser redraws beside a moving line without a stutter


@dataclass(frozen=True, eq=False)
class Examples:
    """The examples on a picture: X (n, d) and y (n,) of the training data, and of the validation data if there is any.

    Names may be a user's: here they become what a figure can write.

    Raises ValueError when X and y differ in length.
    """

    X: FloatArray
    y: FloatArray
    feature_names: tuple[str, ...]
    target_name: str
    X_validation: FloatArray | None = None
    y_validation: FloatArray | None = None
    class_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "feature_names", tuple(map(plain_text, self.feature_names)))
        object.__setattr__(self, "target_name", plain_text(self.target_name))
        object.__setattr__(self, "class_names", tuple(map(plain_text, self.class_names)))
        for X, y, _ in self.parts():
            if len(X) != len(y):
                raise ValueError(f"{len(X)} examples have {len(y)} targets")

    def parts(self) -> list[tuple[FloatArray, FloatArray, bool]]:
        """Return (X, y, held out) for the training data and, when there is any, for the validation data."""
        training = [(self.X, self.y, False)]
        if self.X_validation is None or self.y_validation is None:
            return training
        return [*training, (self.X_validation, self.y_validation, True)]

    def class_name(self, label: int) -> str:
        """What a class is called: by its name where it has one, else by its number."""
        return self.class_names[label] if self.class_names else f"class {label}"

    @property
    def is_class_1(self) -> str:
        """What has the probability that a model of one feature says: the name of class 1, or a target of 1."""
        return self.class_names[1] if self.class_names else f"{self.target_name} = 1"

    def clouds_by_class(self) -> "list[Points]":
        """The examples over two features, a cloud for each class in every part."""
        return [
            Points(X[:, 0], X[:, 1], held_out, label, self.class_name(label))
            for X, _, held_out, label in self.parts_by_class()
        ]

    def parts_by_class(self) -> list[tuple[FloatArray, FloatArray, bool, int]]:
        """Return (X, y, held out, class) for the examples of class 0 and of class 1 in every part."""
        return [
            (X[(y > 0.5) == label], y[(y > 0.5) == label], held_out, label)
            for X, y, held_out in self.parts()
            for label in (0, 1)
        ]


@dataclass(frozen=True, eq=False)
class Points:
    """One cloud of points to draw: x and y (n,), whether it is held out, which class it shows and how that is called.

    The label is None where there are no classes.
    """

    x: FloatArray
    y: FloatArray
    held_out: bool = False
    label: int | None = None
    class_name: str = ""


PART_NAMES = {False: "training", True: "validation"}
CLASS_COLOURS = {None: ROLES["training"], 0: ROLES["class 0"], 1: ROLES["class 1"]}
SYMBOLS = {
    (None, False): "circle",
    (None, True): "square",
    (0, False): "circle",
    (0, True): "circle",
    (1, False): "diamond",
    (1, True): "diamond",
}
"""(class, held out) -> symbol; what is held out is drawn hollow besides."""


def scatter(points: Points) -> go.Scatter:
    """Return a static cloud of at most MOST_POINTS points: class by colour and symbol, validation hollow.

    The legend names the classes of the training examples once and the validation examples of both classes once.
    """
    colour = CLASS_COLOURS[points.label]
    hollow = points.held_out
    name = PART_NAMES[hollow] if hollow or points.label is None else points.class_name
    return go.Scatter(
        x=points.x[:MOST_POINTS],
        y=points.y[:MOST_POINTS],
        mode="markers",
        name=name,
        legendgroup=name,
        showlegend=not (hollow and points.label == 1),
        marker={
            "symbol": SYMBOLS[points.label, hollow],
            "color": WHITE if hollow else colour,
            "size": 9,
            "line": {"color": colour if hollow else WHITE, "width": 2 if hollow else 1},
        },
        hovertemplate="(%{x:.4g}, %{y:.4g})<extra></extra>",
    )
