"""What the page on dropout claims, computed from its runs."""

import numpy as np

from nnviz.core.training.advance import advance, initial_state
from nnviz.core.training.dropout_masks import masks_at
from nnviz.lessons.dropout import messages, page_values
from nnviz.lessons.dropout.experiment import experiments, model
from nnviz.user_data import examples
from tests.lessons.claims import Claims, dropout_inference, dropout_presets
from tests.lessons.claims.dropout_presets import DEFAULT, changed, course
from tests.lessons.claims.once import once


def same_start_order_and_masks(settings):
    runs = experiments(settings)
    assert len({initial_state(run).weights.tobytes() for run in runs.values()}) == 1
    assert len({(run.random_source, run.optimizer.batch_size) for run in runs.values()}) == 1
    scaled, inverted = (masks_at(runs[side], range(1, 6)) > 0.0 for side in ("scaled", "inverted"))
    np.testing.assert_array_equal(scaled, inverted)


def can_learn_the_noise():
    dropout_presets.learnt_by_heart_sure_and_wrong(DEFAULT)


def training_loss_stays_higher():
    found = [course(changed(DEFAULT, hidden_dropout=rate), "scaled") for rate in (0.0, 0.2, 0.5, 0.8)]
    assert np.all(np.diff([run["training"][-1] for run in found]) > 0.0)
    assert np.all(np.diff([run["validation"][-1] / run["training"][-1] for run in found]) < 0.0)


def too_high_for_few_neurons():
    few = changed(DEFAULT, hidden_dropout=0.8, neurons=4, data="spiral", noise=0.3, n_samples=200)
    dropout_presets.never_find_the_spiral(few)


def does_not_always_help():
    dropout_presets.dropout_loses_and_nothing_is_overfitted(changed(DEFAULT, n_samples=200, noise=0.5))


def features_are_missed():
    rates = [changed(DEFAULT, hidden_dropout=0.0, input_dropout=rate) for rate in (0.0, 0.2, 0.5, 0.8)]
    assert np.all(np.diff([course(at, "scaled")["training"][-1] for at in rates]) > 0.0)
    assert course(rates[-1], "scaled")["training"][-1] > np.log(2.0)


def first_gradients_are_larger():
    for seed in range(10):
        for rate in (0.2, 0.5, 0.8):
            runs, moved = experiments(changed(DEFAULT, seed=seed, hidden_dropout=rate)), []
            for side in ("scaled", "inverted"):
                start = initial_state(runs[side]).weights
                moved.append(np.linalg.norm(advance(runs[side], initial_state(runs[side]), 1)[1].weights - start))
            assert moved[1] > moved[0] or moved[0] == 0.0


def more_layers_overfit_more():
    one, two = (course(changed(DEFAULT, hidden_layers=n), "without") for n in (1, 2))
    assert two["training"][-1] < one["training"][-1]
    assert two["validation"][-1] > one["validation"][-1]
    assert model(DEFAULT, "scaled").n_droppable > model(changed(DEFAULT, hidden_layers=1), "scaled").n_droppable


def more_neurons_overfit_more():
    found = [course(changed(DEFAULT, neurons=n), "without") for n in (2, 4, 16)]
    assert np.all(np.diff([run["validation"][-1] for run in found]) > 0.0)
    assert np.all(np.diff([run["training"][-1] for run in found]) < 0.0)


def noisier_points_are_harder():
    found = [course(changed(DEFAULT, noise=noise), "without") for noise in (0.3, 1.5, 3.0)]
    assert np.all(np.diff([run["accuracy"].max() for run in found]) < 0.0)
    assert found[0]["validation"][-1] < 0.2 * found[1]["validation"][-1]


def more_points_teach_more():
    few, many = (
        [course(changed(DEFAULT, n_samples=n, seed=seed), "without", 2000)["validation"][-1] for seed in range(5)]
        for n in (10, 200)
    )
    assert np.mean(many) < 0.5 * np.mean(few)
    assert np.std(many) < 0.5 * np.std(few)


def larger_rates_learn_faster():
    found = [course(changed(DEFAULT, learning_rate=rate), "without", 500)["training"] for rate in (0.01, 0.1, 1.0)]
    assert np.all(np.diff([loss[-1] for loss in found]) < 0.0)


CLAIMS = Claims(
    watch=dropout_presets.WATCH,
    right={"Overfitting, cured": dropout_presets.lower_with_dropout},
    because={"Overfitting, cured": dropout_presets.learnt_by_heart_sure_and_wrong},
    sentences={
        "Three runs start from the same weights": same_start_order_and_masks,
        "can learn the noise of few points": once(can_learn_the_noise),
        "The price is noise in the training: the training loss stays higher": once(training_loss_stays_higher),
        "a network hardly learns at all": once(too_high_for_few_neurons),
        "beyond some rate the network learns too little": once(too_high_for_few_neurons),
        "the training loss stays higher and overfitting gets weaker": once(training_loss_stays_higher),
        "It does not always help": once(does_not_always_help),
        "the network soon misses what it needs": once(features_are_missed),
        "times its mean in training": dropout_inference.sums_by_the_keep_probability,
        "A single subnetwork can still give more": dropout_inference.sums_by_the_keep_probability,
        "the same on average in training as at inference": dropout_inference.sums_by_the_keep_probability,
        "therefore multiplies every weight that leaves": dropout_inference.sums_by_the_keep_probability,
        "dividing makes the first gradients larger": once(first_gradients_are_larger),
        "Nothing is dropped: there is one network only": dropout_inference.nothing_is_dropped,
        "the three runs are the same to the last bit": dropout_inference.nothing_is_dropped,
        "is** the expectation over all subnetworks": dropout_inference.is_the_expectation,
        "Here inference only approximates the mean": once(dropout_inference.approximates_for_each_reason),
        "a training step that happens to drop nothing": dropout_inference.said_of_the_run_inside,
        "the boundary can bend more, overfitting gets easier": once(more_layers_overfit_more),
        "overfitting gets easier; there are more subnetworks": once(more_neurons_overfit_more),
        "fewer points can be told apart, and single ones invite overfitting": once(noisier_points_are_harder),
        "what is learnt depends less on chance": once(more_points_teach_more),
        "the run learns faster, until steps overshoot": once(larger_rates_learn_faster),
    },
    computed={
        "neurons and features on average": messages.summary,
        "points to validate": messages.summary,
        " weights and ": page_values.values,
        "random subnetworks about the point": page_values.values,
        "% of the steps drop both": messages.notice,
        "This browser has no data of your own": examples.ChosenData.notice,
        "of your rows are held out": examples.ChosenData.notice,
        "one for each class, it shows that for": page_values.values,
    },
    definitions={
        "Before every step each hidden neuron is dropped": "says what dropout does",
        "What is left is a smaller network": "says what dropout does",
        "hold 0 for what is dropped": "defines the masks",
        "With dropout no neuron can rely on another one": "the idea, as its authors give it",
        "spoke of *co-adaptation*": "a source",
        "Usual rates are 20 %": "a custom",
        "keeps the weights and divides by": "defines inverted dropout",
        "Every step draws one mask for its batch": "says what is drawn; test_dropout.py compares it with the updates",
        "200 more are held out": "what held out means",
        "beyond about 2 it is hardly chance": "what a standard error is",
        "every factor of ten is equally high": "what a logarithm is",
        "Standard deviation of every point's random": "defines the noise",
        "The function that every hidden neuron applies": "what an activation is",
        "They stay in this browser": "where data are kept; tests/web has its tests",
        "steps get less noisy": "a mean of more",
        "the draws are others": "what a seed is",
        "the point moves along this axis": "what the number is",
        "on points that training never sees": "what held out means",
        "the same step": "explains a figure",
        "that for the class of the training example nearest": "what is measured",
        "what 10,000 subnetworks say": "explains a figure",
    },
)
