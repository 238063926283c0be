import numpy as np
import pytest

from nnviz.core.models.inference import outputs_of_blocks
from nnviz.core.models.network import Network

generator = np.random.default_rng(2)
MODELS = [
    Network(2),
    Network(2, (5, 4), "swish", biases=(True, False, True)),
    Network(2, (6,), n_outputs=3),
    Network(2, (5, 4), input_dropout=0.2, hidden_dropout=0.4, inverted_dropout=False),
    Network(2, (5, 4), hidden_dropout=0.4),
]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("kind", [np.float64, np.float32])
def test_outputs_block_by_block_are_those_of_the_model(model, kind):
    X, weights = generator.normal(size=(900, 2)), generator.normal(size=(50, model.n_parameters))
    X, weights = X.astype(kind), weights.astype(kind)
    found = [outputs.copy() for _, outputs in outputs_of_blocks(model, lambda block: weights[block], 50, X)]
    assert found[0].dtype == kind
    scale = 1e3 * np.finfo(kind).eps
    np.testing.assert_allclose(np.concatenate(found), model.outputs(weights, X), rtol=scale, atol=scale)
