"""The numbers that show what is wrong in what the notebook says of networks, dropout and batch normalisation."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import numpy as np

from nnviz.core.analysis.floating_point import stable_sigmoid
from nnviz.core.models.batch_norm import EPSILON
from nnviz.core.models.subnetworks import subnetwork_outputs
from nnviz.core.notebook.chain import XOR
from nnviz.core.notebook.fits import notebook_fit
from nnviz.core.notebook.printed import PRINTED, numbers_in
from nnviz.core.training.advance import advance
from nnviz.core.training.experiment import initial_state
from nnviz.core.types import FloatArray


def trained_on_xor() -> tuple[FloatArray, FloatArray]:
    """The weights of the notebook's network after its 3,000 steps with squared error, and the four points."""
    _, run = notebook_fit("xor_mse")
    return advance(run, initial_state(run), 3000, stride=3000)[1].weights, run.X


def subnets() -> Mapping[str, object]:
    """The XOR network at (0, 0) with rate 0.5: the mean over all subnetworks and the scaled network, of z and of P."""
    weights, X = trained_on_xor()
    masks = np.array(list(product((0.0, 1.0), repeat=4)))
    dropping = replace(XOR, hidden_dropout=0.5, inverted_dropout=False)
    z, scaled = subnetwork_outputs(dropping, weights, X[0], masks), dropping.outputs(weights, X[:1])[0]
    return {
        "mean_z": z.mean(),
        "scaled_z": scaled,
        "mean_p": stable_sigmoid(z).mean(),
        "scaled_p": stable_sigmoid(np.array([scaled]))[0],
    }


def bias_unit() -> Mapping[str, object]:
    """How many weights lead to the output of the notebook's network, and P where every hidden neuron is silent."""
    return {"n_weights": len(numbers_in(PRINTED["xor_mse"]["w2"])), "silent": stable_sigmoid(np.zeros(1))[0]}


def plain_normalisation() -> Mapping[str, object]:
    """A constant neuron and one that varies, normalised without γ, β and ε, and with them."""
    constant, varied = np.full(3, 5.0), np.array([1.0, 2.0, 6.0])
    with np.errstate(invalid="ignore"):
        plain = (constant - constant.mean()) / constant.std()
    safe = (constant - constant.mean()) / np.sqrt(constant.var() + EPSILON)
    deviation = np.sqrt(varied.var() + EPSILON)
    x_hat = (varied - varied.mean()) / deviation
    return {
        "plain": plain[0],
        "safe": safe[0],
        "lost": f"{varied.mean():.0f}",
        "given_back": float(np.abs(deviation * x_hat + varied.mean() - varied).max()),
    }
