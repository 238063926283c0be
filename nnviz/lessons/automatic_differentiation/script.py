"""The script of the page: the two sweeps of the expression written out, one line for every node and every rule."""

from nnviz.core.autodiff.reverse_mode import Variable
from nnviz.lessons.automatic_differentiation.graph import Computation, computation
from nnviz.lessons.automatic_differentiation.graph_code import graph_cell
from nnviz.lessons.automatic_differentiation.settings import AutodiffSettings

SIGMOID = '''

def sigmoid(t):
    """σ(t) = 1/(1 + e⁻ᵗ)."""
    return 1.0 / (1.0 + np.exp(-t))

'''
VALUES = {
    "add": "{p} + {q}",
    "subtract": "{p} - {q}",
    "multiply": "{p} * {q}",
    "divide": "{p} / {q}",
    "power": "{p} ** {q}",
    "maximum": "np.maximum({p}, {q})",
    "negative": "-{p}",
    "relu": "np.maximum({p}, 0.0)",
    "sigmoid": "sigmoid({p})",
    "swish": "{p} * sigmoid({p})",
    **{name: f"np.{name}({{p}})" for name in ("exp", "log", "sin", "cos", "tanh", "abs")},
}
"""An operation -> its value, from its operands p and q."""

RULES = {
    "add": ("{d}", "{d}"),
    "subtract": ("{d}", "-{d}"),
    "multiply": ("{d} * {q}", "{d} * {p}"),
    "divide": ("{d} / {q}", "-{d} * {z} / {q}"),
    "power": ("{d} * {q} * {p} ** ({q} - 1.0)", "{d} * {z} * (np.log({p}) if {p} != 0.0 else 0.0)"),
    "maximum": ("{d} * (0.5 + 0.5 * np.sign({p} - {q}))", "{d} * (0.5 + 0.5 * np.sign({q} - {p}))"),
    "negative": ("-{d}",),
    "exp": ("{d} * {z}",),
    "log": ("{d} / {p}",),
    "sin": ("{d} * np.cos({p})",),
    "cos": ("-{d} * np.sin({p})",),
    "tanh": ("{d} * (1.0 - {z} * {z})",),
    "sigmoid": ("{d} * {z} * (1.0 - {z})",),
    "relu": ("{d} * ({p} > 0.0)",),
    "swish": ("{d} * ({z} + sigmoid({p}) * (1.0 - {z}))",),
    "abs": ("{d} * np.sign({p})",),
}
"""An operation -> what each operand receives of the derivative d of the result z."""

NOTHING = "import numpy as np\n\n# The expression is not understood, so there is nothing to compute.\n"


def code(settings: AutodiffSettings) -> str:
    """Forward and backward through the graph of the settings."""
    found = computation(settings)
    if isinstance(found, str):
        return NOTHING
    names = _names(found)
    nodes = found.sweeps.nodes
    if not nodes[-1].parents:
        return f"import numpy as np\n\nf = np.float64({float(nodes[-1].value)!r})  # nothing to compute\nprint(f)\n"
    inputs = [f"{names[node]} = np.float64({float(node.value)!r})" for node in nodes if node.operation == "input"]
    forward = [_value(node, names, found) for node in nodes if node.parents]
    result = names[nodes[-1]]
    lines = ["# %% Forward: a line for every operation", *forward, f'print(f"f = {{{result}}}")', ""]
    lines += ["# %% Backward: every node passes its derivative on to its operands", *_backward(found, names)]
    sigmoid = SIGMOID if any("sigmoid(" in line for line in lines) else ""
    head = 'import numpy as np\n\nnp.seterr(all="ignore")\n' + sigmoid
    return "\n".join([head, *inputs, "", *lines, "", graph_cell(found, names)])


def _names(found: Computation) -> dict[Variable, str]:
    """Inputs and numbers by what they are; v1, v2, … for what is computed, of which v may be an input."""
    inputs = {node: name for name, node in found.traced.inputs.items()}
    computed = [node for node in found.sweeps.nodes if node.parents]
    names = {node: f"v{place}" for place, node in enumerate(computed, 1)}
    numbers = {node: f"{float(node.value)!r}" for node in found.sweeps.nodes if node.operation == "constant"}
    return {**inputs, **names, **numbers}


def _operands(node: Variable, names: dict[Variable, str]) -> dict[str, str]:
    """The operands p and q; where both are numbers, as NumPy's, which divides by zero without an error."""
    given = [names[parent] for parent in node.parents]
    if all(parent.operation == "constant" for parent in node.parents):
        given = [f"np.float64({name})" for name in given]
    return dict(zip("pq", given, strict=False))


def _value(node: Variable, names: dict[Variable, str], found: Computation) -> str:
    line = f"{names[node]} = {VALUES[node.operation].format(**_operands(node, names))}"
    return f"{line}  # {found.traced.texts[node]}"


def _backward(found: Computation, names: dict[Variable, str]) -> list[str]:
    """The derivative of the result by every node that depends on an input, in the order of the sweep."""
    nodes = found.sweeps.nodes
    started = {nodes[-1]}
    lines = [f"d_{names[nodes[-1]]} = np.float64(1.0)  # ∂f/∂f"]
    for place in found.sweeps.passed:
        node = nodes[place]
        given = {**_operands(node, names), "z": names[node], "d": f"d_{names[node]}"}
        for parent, rule in zip(node.parents, RULES[node.operation], strict=True):
            if parent.is_differentiated:
                sign = "+=" if parent in started else "="
                lines.append(f"d_{names[parent]} {sign} {rule.format(**given)}")
                started.add(parent)
    inputs = [names[node] for node in found.traced.inputs.values() if node in started]
    return [*lines, *(f'print(f"∂f/∂{name} = {{d_{name}}}")' for name in inputs)]
