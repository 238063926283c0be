"""The rules of the activation functions: their values, and their slopes told from z and a = φ(z).

Each rule writes into a given array, because a training step that allocates nothing is twice as fast.
"""

import numpy as np
from scipy.special import expit

from nnviz.core.types import FloatArray

# As arrays: a ufunc takes half a microsecond to make one of a Python number, as long as all the rest.
ZERO, ONE = np.array(0.0), np.array(1.0)


def sigmoid(z: FloatArray, out: FloatArray) -> FloatArray:
    """σ(z) = 1/(1 + e⁻ᶻ), without overflow at any z."""
    expit(z, out)
    return out


def sigmoid_derivative(z: FloatArray, a: FloatArray, out: FloatArray) -> FloatArray:
    """σ′(z) = a(1 − a)."""
    np.subtract(ONE, a, out)
    np.multiply(out, a, out)
    return out


def tanh(z: FloatArray, out: FloatArray) -> FloatArray:
    """The hyperbolic tangent, (eᶻ − e⁻ᶻ)/(eᶻ + e⁻ᶻ)."""
    return np.tanh(z, out)


def tanh_derivative(z: FloatArray, a: FloatArray, out: FloatArray) -> FloatArray:
    """tanh′(z) = 1 − a²."""
    np.multiply(a, a, out)
    np.subtract(ONE, out, out)
    return out


def relu(z: FloatArray, out: FloatArray) -> FloatArray:
    """max(z, 0)."""
    np.maximum(z, ZERO, out=out)
    return out


def relu_derivative(z: FloatArray, a: FloatArray, out: FloatArray) -> FloatArray:
    """1 where z > 0, else 0 (at the kink as well): the sign of a."""
    return np.sign(a, out)


LEAK = np.array(0.01)  # (Maas et al. 2013)


def leaky_relu(z: FloatArray, out: FloatArray) -> FloatArray:
    """max(z, 0.01z)."""
    np.multiply(z, LEAK, out)
    np.maximum(z, out, out=out)
    return out


def leaky_relu_derivative(z: FloatArray, a: FloatArray, out: FloatArray) -> FloatArray:
    """1 where z > 0, else 0.01 (at the kink as well)."""
    np.sign(a, out)
    np.maximum(out, LEAK, out=out)
    return out


def swish(z: FloatArray, out: FloatArray) -> FloatArray:
    """z·σ(z) (Ramachandran et al. 2017)."""
    expit(z, out)
    return np.multiply(z, out, out)


def swish_derivative(z: FloatArray, a: FloatArray, out: FloatArray) -> FloatArray:
    """σ(z) + zσ(z)(1 − σ(z)) = a + σ(z)(1 − a)."""
    expit(z, out)
    np.multiply(out, ONE - a, out)
    return np.add(out, a, out)


def identity(z: FloatArray, out: FloatArray) -> FloatArray:
    """The sum z itself: without an activation a network of any depth is a linear model."""
    np.copyto(out, z)
    return out


def identity_derivative(z: FloatArray, a: FloatArray, out: FloatArray) -> FloatArray:
    """1."""
    out.fill(1.0)
    return out
