"""What the laboratory claims of its models: an output for each class, and features that are added."""

import numpy as np

from nnviz.lessons.lab.experiment import class_names, data, experiment, loss_name, model
from nnviz.lessons.lab.settings import LabSettings


def has_an_output_for_each_class(settings):
    names = class_names(settings)
    assert model(settings).n_outputs == len(names) == len(set(experiment(settings).y))
    assert loss_name(settings) == "cross entropy"


def runs_softmax_regression(settings):
    has_an_output_for_each_class(settings)
    assert not model(settings).hidden


def added_features_reach_as_far(settings):
    for name in ("XOR", "unequal scales", "iris petals"):
        examples = data(
            LabSettings(data=name, x1_squared=True, x2_squared=True, x1_x2=True, sin_x1=True, validation_share=0.0)
        )
        x1, x2, *made, sine = np.abs(examples.training.X).max(axis=0)
        assert np.allclose(made[:2], [x1, x2])
        assert made[2] <= max(x1, x2) * (1.0 + 1e-12)
        assert sine <= 1.0
