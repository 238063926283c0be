"""What the prose says about the notebook: the numbers that show its flaws."""

from collections.abc import Mapping
from functools import cache

from nnviz.lessons.notebook import flaws
from nnviz.lessons.notebook.settings import NotebookSettings


def values(_settings: NotebookSettings) -> Mapping[str, object]:
    """The numbers of every flaw, by its name; they are the same whatever the settings."""
    return _numbers()


@cache
def _numbers() -> Mapping[str, object]:
    return {
        "clipping": flaws.clipping(),
        "factors": flaws.factors(),
        "batch_penalty": flaws.batch_penalty(),
        "early_end": flaws.early_end(),
        "laplace": flaws.laplace(),
        "circle": flaws.circle(),
        "dropout": flaws.dropout(),
        "log_loss": flaws.sure_log_loss(),
        "after_the_step": flaws.after_the_step(),
    }
