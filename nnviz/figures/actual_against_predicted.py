"""How well a regression fits when its features are too many to draw: what was observed against what is predicted."""

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY
from nnviz.figures.examples import Examples, Points, scatter
from nnviz.figures.theme import blank


def actual_against_predicted(
    examples: Examples, predicted: str = "predicted", predicted_validation: str = "predicted_validation"
) -> go.Figure:
    """Draw the observed target against the predicted one; a perfect fit lies on the diagonal.

    The names are recorded arrays of predictions, (steps, n) and (steps, n_validation), in the order of the examples;
    they are replaced at each step.
    """
    arrays = {False: predicted, True: predicted_validation}
    figure = blank(
        xaxis={"title": {"text": f"predicted {examples.target_name}"}},
        yaxis={"title": {"text": f"actual {examples.target_name}"}},
    )
    ends = [min(y.min() for _, y, _ in examples.parts()), max(y.max() for _, y, _ in examples.parts())]
    figure.add_scatter(
        x=ends,
        y=ends,
        mode="lines",
        name="perfect fit",
        line={"color": GREY, "width": 3, "dash": "dash"},
        hoverinfo="skip",
    )
    for _, y, held_out in examples.parts():
        trace = scatter(Points(y, y, held_out))
        figure.add_trace(trace.update(x=[None], meta=follows(x=arrays[held_out])))
    return figure
