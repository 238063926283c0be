"""What to watch when batches are small, and the notebook's two stochastic runs."""

from nnviz.lessons.stochastic_gradient_descent.settings import ALL, CLOSE, NOTEBOOK, NOTEBOOK_SIZES, STEPS, SGDSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "The notebook: one example",
        SGDSettings(data=NOTEBOOK, n_epochs=100, show_8=False, show_yours=False, show_all=False),
        "After 1, 5, 10, 50 and 100 epochs of 1,000 steps the weights are those published; see the table in the text.",
        speed=2000,
        from_notebook=True,
    ),
    Preset(
        "The notebook: batches of 16",
        SGDSettings(data=NOTEBOOK_SIZES, batch_size=16, n_epochs=100, show_1=False, show_8=False, show_all=False),
        "One of its six batch sizes, with its own start and shuffles. Choose another, from 8 to 256: each has a run.",
        speed=2000,
        from_notebook=True,
    ),
    Preset(
        "Who is cheaper?",
        SGDSettings(x_axis=STEPS),
        "Against steps the runs lie near each other. Now draw the same against examples seen: a step of B = N costs N.",
        speed=200,
    ),
    Preset(
        "It never rests",
        SGDSettings(view=CLOSE, n_epochs=50),
        "Close to the minimum single examples still pull in all directions; larger batches are calmer.",
        speed=500,
    ),
    Preset(
        "All updates",
        SGDSettings(updates_shown=ALL, n_epochs=100, n_samples=1000),
        "100,000 losses of single examples before their step: the mean settles near σ², the band stays wide.",
        speed=5000,
    ),
    Preset(
        "A large step",
        SGDSettings(learning_rate=0.4, noise=0.5),
        "All the data still converge at η = 0.4; one example at a time is thrown about by its large x.",
        speed=50,
    ),
    Preset(
        "No noise",
        SGDSettings(noise=0.0, learning_rate=0.1),
        "Every example agrees about the minimum, so even single ones come to rest there.",
        speed=50,
        question=Question(
            "One example at a step never came to rest. Now the targets have no noise: and now?",
            ("it still jitters for ever", "it comes to rest in the minimum"),
            right="it comes to rest in the minimum",
            because="All examples agree about the minimum, so there every single gradient is 0.",
            after=400,
        ),
    ),
)
