"""Runs of models with an output for each class, in every way of training."""

import numpy as np

from nnviz.core.models.network import Network
from nnviz.core.objectives.class_losses import CLASS_LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment
from nnviz.core.training.optimizers import GradientDescent

X = np.random.default_rng(1).normal(size=(53, 2))
CLASSES = (X[:, 0] > 0) + (X[:, 1] > 0) * 1.0
RATES = np.array([0.01, 0.1, 1.0])


def experiment_on_classes(model, loss="softmax", optimizer=None, **rest):
    optimizer = optimizer or GradientDescent(0.1, 10)
    return Experiment(X, CLASSES, model, CLASS_LOSSES[loss], optimizer, random_source=KeyedSource(4), **rest)


LINEAR = Network(2, n_outputs=3)
DROPOUT = Network(2, (8, 5), "ReLU", hidden_dropout=0.2, n_outputs=3)
CLASS_EXPERIMENTS = {
    "three classes": experiment_on_classes(LINEAR, penalty=Penalty("L2", 0.1)),
    "three classes, all data": experiment_on_classes(LINEAR, optimizer=GradientDescent(0.1)),
    "three classes, one against the rest": experiment_on_classes(LINEAR, "one against the rest"),
    "three classes, squared error": experiment_on_classes(LINEAR, "squared error of the probabilities"),
    "three classes, network": experiment_on_classes(DROPOUT),
    "runs of three classes": experiment_on_classes(Network(2, (4,), n_outputs=3), optimizer=GradientDescent(RATES, 9)),
}
