import pytest

from nnviz.figures.loss_curve import LOSSES, Curve, loss_curve


def test_every_loss_grows_with_the_step():
    metas = [trace.meta["grow"] for trace in loss_curve().data]
    assert [meta["y"] for meta in metas] == ["batch_loss", "training_loss", "validation_loss", "objective"]
    assert {meta["x"] for meta in metas} == {"step"}


def test_the_batch_loss_lies_under_the_others_and_is_thin():
    lines = loss_curve().data
    assert lines[0].name == "batch"
    assert lines[0].line.width < min(line.line.width for line in lines[1:])


def test_the_logarithmic_axis_is_a_true_logarithm():
    assert loss_curve(scale="logarithmic").layout.yaxis.type == "log"
    assert loss_curve().layout.yaxis.type == "linear"


def test_an_unknown_scale_is_refused():
    with pytest.raises(KeyError):
        loss_curve(scale="square root")


def test_curves_of_several_runs_keep_their_names():
    curves = [Curve(f"loss_{run}", f"learning rate {run}", "#000000") for run in (1, 2)]
    figure = loss_curve(curves, step="epoch", loss_name="mean squared error")
    assert [trace.meta["grow"]["y"] for trace in figure.data] == ["loss_1", "loss_2"]
    assert figure.data[0].meta["grow"]["x"] == "epoch"


def test_losses_differ_in_width_or_dash():
    styles = {(curve.dash, curve.width) for curve in LOSSES.values()}
    assert len(styles) == len(LOSSES)


def test_a_linear_axis_ends_above_the_loss_of_the_start_so_that_a_run_that_diverges_leaves_the_others_visible():
    assert loss_curve(first_loss=20.0).layout.yaxis.autorangeoptions.clipmax == pytest.approx(60.0)
    for other in (loss_curve(), loss_curve(first_loss=float("inf")), loss_curve(scale="logarithmic", first_loss=20.0)):
        assert other.layout.yaxis.autorangeoptions.clipmax is None
