"""What the prose says about the notebook: the numbers that show its flaws."""

from collections.abc import Callable, Mapping

from nnviz.lessons.notebook import flaws, wrong_derivatives, wrong_networks, wrong_regularisation
from nnviz.lessons.notebook.settings import NotebookSettings
from nnviz.page.in_pieces import Pieces, in_pieces

FLAWS: Mapping[str, Callable[[], object]] = {
    "clipping": flaws.clipping,
    "factors": flaws.factors,
    "batch_penalty": flaws.batch_penalty,
    "early_end": flaws.early_end,
    "laplace": flaws.laplace,
    "circle": flaws.circle,
    "dropout": flaws.dropout,
    "log_loss": flaws.sure_log_loss,
    "after_the_step": flaws.after_the_step,
    "first_bias": wrong_derivatives.first_bias,
    "vanishing": wrong_derivatives.sure_and_wrong,
    "size": wrong_derivatives.footnote,
    "laplace_mean": wrong_derivatives.laplace_mean,
    "log_odds": wrong_derivatives.log_odds,
    "ridge_sign": wrong_regularisation.ridge_sign,
    "elastic_net": wrong_regularisation.elastic_net_work,
    "priors": wrong_regularisation.prior_variances,
    "corner": wrong_regularisation.corner,
    "lowest": wrong_regularisation.lowest_point,
    "subnets": wrong_networks.subnets,
    "bias_unit": wrong_networks.bias_unit,
    "batch_norm": wrong_networks.plain_normalisation,
}


def values(_settings: NotebookSettings) -> Mapping[str, object]:
    """The numbers of every flaw, by its name; they are the same whatever the settings."""
    return _numbers()


@in_pieces(maxsize=1)
def _numbers() -> Pieces[Mapping[str, object]]:
    numbers = {}
    for name, demonstrate in FLAWS.items():
        numbers[name] = demonstrate()
        yield
    return numbers
