"""The two sweeps of automatic differentiation, step by step: values forward, then derivatives backward."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnviz.core.autodiff.reverse_mode import Variable, derivatives, in_order, parts
from nnviz.core.types import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class Sweeps:
    """The steps that compute a scalar result and then its derivatives.

    Step 0 knows the inputs and constants; every step after it computes one node. Once the result is there, one step
    sets ∂f/∂f = 1, and every further step takes one node and adds to each of its parents what the chain rule gives.
    """

    result: Variable

    @cached_property
    def nodes(self) -> list[Variable]:
        """All nodes, each after its parents."""
        return in_order(self.result)

    @cached_property
    def computed(self) -> list[int]:
        """The numbers of the nodes that are computed, in the order of the forward sweep."""
        return [i for i, node in enumerate(self.nodes) if node.parents]

    @cached_property
    def passed(self) -> list[int]:
        """The numbers of the nodes that pass a derivative on, in the order of the backward sweep."""
        return [i for i in reversed(self.computed) if self.nodes[i].is_differentiated]

    @property
    def seed_step(self) -> int:
        """The step that sets ∂f/∂f = 1."""
        return len(self.computed) + 1

    @property
    def n_steps(self) -> int:
        """Steps of both sweeps."""
        return self.seed_step + len(self.passed)

    @cached_property
    def active(self) -> IntArray:
        """The node at work at each step (n_steps + 1,), −1 at step 0."""
        return np.array([-1, *self.computed, len(self.nodes) - 1, *self.passed])

    @cached_property
    def values(self) -> FloatArray:
        """The value of every node, (n,)."""
        return np.array([float(node.value) for node in self.nodes])

    @cached_property
    def is_known(self) -> BoolArray:
        """Which values are known at each step, (n_steps + 1, n)."""
        known_at = np.zeros(len(self.nodes), dtype=np.int64)
        known_at[self.computed] = np.arange(1, len(self.computed) + 1)
        known: BoolArray = known_at <= np.arange(self.n_steps + 1)[:, None]
        return known

    @cached_property
    def received(self) -> FloatArray:
        """The derivative that each node has received so far, (n_steps + 1, n); NaN where it has received none."""
        number = {node: i for i, node in enumerate(self.nodes)}
        now = np.full(len(self.nodes), np.nan)
        rows = [now] * self.seed_step
        now = now.copy()
        now[-1] = 1.0
        rows.append(now)
        met: set[Variable] = set()  # NaN may also be what was received
        for i in self.passed:
            now = now.copy()
            for parent, part in self.parts_of(i, now[i]):
                before = float(now[number[parent]]) if parent in met else 0.0
                now[number[parent]] = before + part
                met.add(parent)
            rows.append(now)
        return np.array(rows)

    def parts_of(self, node: int, derivative: float) -> list[tuple[Variable, float]]:
        """What a node with this derivative gives to each of its parents."""
        with np.errstate(all="ignore"):
            return [(parent, float(part)) for parent, part in parts(self.nodes[node], np.array(derivative))]

    @cached_property
    def derivatives(self) -> dict[Variable, float]:
        """The derivative ∂f/∂node at the end, found in one pass."""
        return {node: float(found) for node, found in derivatives(self.result).items()}
