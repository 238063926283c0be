"""What the laboratory claims of more than two classes."""

from nnviz.lessons.lab.experiment import class_names, experiment, loss_name, model


def has_an_output_for_each_class(settings):
    names = class_names(settings)
    assert model(settings).n_outputs == len(names) == len(set(experiment(settings).y))
    assert loss_name(settings) == "cross entropy"


def runs_softmax_regression(settings):
    has_an_output_for_each_class(settings)
    assert not model(settings).hidden
