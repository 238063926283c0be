"""Neurons: additive models with an activation, alone and in layers."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.neurons import experiment, figures, messages
from nnviz.lessons.neurons.page_values import values
from nnviz.lessons.neurons.presets import PRESETS
from nnviz.lessons.neurons.settings import NeuronSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.training import TrainingRun

GROUPS = (
    Group("One neuron", ("activation", "weight", "bias")),
    Group("Training it", ("data", "learning_rate", "seed")),
    Group("A random network", ("inner_activation", "hidden_layers", "neurons")),
)


LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=NeuronSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    presets=PRESETS,
    run=TrainingRun(experiment.experiment, experiment.rows, explain=messages.explain),
    readouts=(
        hyperparameters.STEP,
        Readout("loss-now", "Loss", "training_loss", digits=5, help="Mean loss over the examples."),
        Readout("bias-now", "Bias b", "bias_now", digits=5, help="The neuron's bias at this step."),
        Readout("weight-now", "Weight w", "weight_now", digits=5, help="The neuron's weight at this step."),
    ),
    notice=messages.notice,
    summary=messages.summary,
    speed=20,
    drawing=lambda settings: Drawing(("fit",)),
)
