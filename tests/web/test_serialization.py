"""Arrays go to the browser and states come back without losing a bit; anything else is refused."""

import base64

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnviz.runs.protocol import Checkpoint, Keyframes
from nnviz.web.serialization import WireState, decode_state, encode_array, encode_frames, encode_state

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(arrays(np.float64, array_shapes(max_dims=2), elements=finite), st.integers(0, 10**6))
def test_a_state_comes_back_to_the_last_bit(weights, step):
    state = Checkpoint(step, {"weights": weights})
    back = decode_state(WireState.model_validate(encode_state(state)), state)
    assert back.step == step
    assert back.arrays["weights"].tobytes() == weights.tobytes()


@pytest.mark.parametrize(
    ("array", "dtype"),
    [
        (np.array([1, 2]), "i4"),
        (np.array([True, False]), "u1"),
        (np.array([1, 2], dtype=np.uint8), "u1"),
        (np.array([0.5], dtype=np.float32), "f4"),
        (np.array([np.nan, np.inf]), "f8"),
        (np.asfortranarray(np.arange(6.0).reshape(2, 3)), "f8"),
    ],
)
def test_every_kind_of_array_travels_little_endian_and_row_by_row(array, dtype):
    wire = encode_array(array)
    assert wire["dtype"] == dtype
    assert wire["shape"] == list(array.shape)
    decoded = np.frombuffer(base64.b64decode(wire["data"]), f"<{dtype}".replace("<u1", "|u1"))
    np.testing.assert_array_equal(decoded, array.ravel())


def test_texts_travel_as_a_list_with_their_shape():
    texts = np.array([["a", "b", "ü"], ["", "d", "[1. 2.]"]])
    wire = encode_array(texts)
    assert wire == {"dtype": "text", "shape": [2, 3], "data": ["a", "b", "ü", "", "d", "[1. 2.]"]}
    assert encode_frames({"texts": texts})["texts"] == wire


def test_objects_do_not_travel():
    with pytest.raises(TypeError, match="cannot travel"):
        encode_array(np.array([object()]))


def test_keyframes_carry_their_steps():
    wire = encode_frames({"region": Keyframes(np.array([3, 7]), np.zeros((2, 4, 4), np.uint8)), "step": np.arange(2)})
    assert wire["region"]["at"] == [3, 7]
    assert "at" not in wire["step"]


TEMPLATE = Checkpoint(0, {"weights": np.zeros(2)})
RUNS = Checkpoint(0, {"weights": np.zeros((2, 2))})


def sent(weights, **changes):
    return WireState.model_validate({"step": 1, "arrays": {"weights": {**encode_array(weights), **changes}}})


@pytest.mark.parametrize(
    ("wire", "problem"),
    [
        (WireState(step=1, arrays={}), "arrays of this run"),
        (sent(np.zeros(3)), "shape or type"),
        (sent(np.zeros(2, np.float32)), "shape or type"),
        (sent(np.zeros(2), data="AAAA"), "do not fill"),
        (sent(np.zeros(2), data="@@"), "base64"),
        (sent(np.array([1.0, np.nan])), "not finite"),
        (sent(np.array([1.0, np.inf])), "not finite"),
    ],
)
def test_a_state_that_is_none_of_the_runs_is_refused_with_a_sentence(wire, problem):
    with pytest.raises(ValueError, match=problem):
        decode_state(wire, TEMPLATE)


def test_of_several_runs_one_may_have_diverged_as_a_whole():
    diverged = np.array([[1.0, 2.0], [np.nan, np.nan]])
    np.testing.assert_array_equal(decode_state(sent(diverged), RUNS).arrays["weights"], diverged)
    with pytest.raises(ValueError, match="not finite"):
        decode_state(sent(np.array([[1.0, np.nan], [0.0, 0.0]])), RUNS)
