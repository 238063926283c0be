import numpy as np
import pytest
import statsmodels.api as sm
from numpy.random import RandomState

from nnviz.core.analysis.inference import regression_table
from nnviz.core.analysis.residual_diagnostics import diagnose

QUANTITIES = {
    "r_squared": "rsquared",
    "adjusted_r_squared": "rsquared_adj",
    "f_statistic": "fvalue",
    "f_p_value": "f_pvalue",
    "aic": "aic",
    "bic": "bic",
    "log_likelihood": "llf",
    "scale": "scale",
    "df_model": "df_model",
    "df_residuals": "df_resid",
}


def published():
    stream = RandomState(777)
    x, noise = stream.normal(size=1000), stream.normal(size=1000)
    return x[:, None], 4.0 * x + noise


def drawn(seed, n_samples, n_features, bias):
    rng = np.random.default_rng(seed)
    X = rng.normal(2.0, 3.0, size=(n_samples, n_features))
    return X, bias + X @ np.arange(1.0, 1.0 + n_features) + rng.normal(size=n_samples)


CASES = {
    "the published data": published(),
    "seed 1, 12 examples": drawn(1, 12, 1, 6.0),
    "seed 2, 60 examples": drawn(2, 60, 2, 0.0),
    "seed 3, 500 examples": drawn(3, 500, 3, 0.3),
}
each_case = pytest.mark.parametrize("case", CASES)
with_or_without = pytest.mark.parametrize("bias", [True, False], ids=["with a bias", "through the origin"])


@each_case
@with_or_without
def test_the_table_is_that_of_statsmodels(case, bias):
    X, y = CASES[case]
    table = regression_table(X, y, bias)
    theirs = sm.OLS(y, sm.add_constant(X) if bias else X).fit()
    for ours, name in QUANTITIES.items():
        np.testing.assert_allclose(getattr(table, ours), getattr(theirs, name), rtol=1e-9, err_msg=ours)
    columns = np.column_stack(
        [table.estimates, table.standard_errors, table.t_values, table.p_values, table.lower, table.upper]
    )
    expected = np.column_stack([theirs.params, theirs.bse, theirs.tvalues, theirs.pvalues, theirs.conf_int()])
    np.testing.assert_allclose(columns, expected, rtol=1e-8, atol=1e-12)


@each_case
@with_or_without
def test_every_number_that_statsmodels_prints_is_printed_alike(case, bias):
    X, y = CASES[case]
    theirs = sm.OLS(y, sm.add_constant(X) if bias else X).fit().summary2()
    table, residuals = regression_table(X, y, bias), diagnose(X, y, bias)
    head = theirs.tables[0].astype(str).to_numpy().ravel()
    numbers = dict(zip(head[::2], head[1::2], strict=True))
    printed = {name.split(" (unc")[0].rstrip(":"): value.strip() for name, value in numbers.items()}
    for name, value in table.printed().items():
        assert printed[name] == value, name
    body = theirs.tables[1].to_numpy()
    assert [[f"{value:.4f}" for value in row] for row in body] == [list(row) for row in table.printed_rows()]
    tail = theirs.tables[2].astype(str).to_numpy().ravel()
    diagnostics = dict(zip(tail[::2], tail[1::2], strict=True))
    assert {name.rstrip(":"): value.strip() for name, value in diagnostics.items()} == residuals.printed()


def test_the_published_table_is_reproduced():
    table = regression_table(*published())
    assert table.printed_rows() == [
        ("0.0113", "0.0326", "0.3471", "0.7286", "-0.0527", "0.0753"),
        ("3.9625", "0.0325", "121.9539", "0.0000", "3.8987", "4.0262"),
    ]
    printed = table.printed()
    assert [printed[name] for name in ("AIC", "BIC", "Log-Likelihood", "F-statistic", "Scale", "Adj. R-squared")] == [
        "2901.1253",
        "2910.9408",
        "-1448.6",
        "1.487e+04",
        "1.0632",
        "0.937",
    ]


def test_an_exact_fit_has_no_uncertainty_and_warns_of_nothing():
    x = np.arange(8.0)
    table = regression_table(x[:, None], 2.0 * x)
    np.testing.assert_allclose(table.estimates, [0.0, 2.0], atol=1e-13)
    assert table.standard_errors.max() < 1e-13
    assert table.r_squared == pytest.approx(1.0)


def test_fewer_examples_than_weights_have_no_table():
    with pytest.raises(ValueError, match="more examples than weights"):
        regression_table(np.array([[1.0], [2.0]]), np.array([1.0, 2.0]))


def test_residuals_of_fewer_than_eight_examples_have_no_omnibus_test():
    X, y = drawn(5, 7, 1, 6.0)
    assert np.isnan(diagnose(X, y).omnibus)
