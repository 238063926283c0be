"""Two records of a screen differ where they should, and not by rounding."""

from tests.web.screen import differences

THEN = {"status": "Ready", "traces": [{"name": "loss", "y": [3, 3, 1.0, 2.0, 1.0, 2.0, 1.5]}]}


def with_numbers(*digest):
    return {"status": "Ready", "traces": [{"name": "loss", "y": list(digest)}]}


def test_rounding_is_no_difference():
    assert list(differences(THEN, with_numbers(3, 3, 1.0 + 1e-9, 2.0, 1.0, 2.0 - 1e-9, 1.5))) == []


def test_a_number_that_moved_and_one_that_came_are_differences():
    (moved,) = differences(THEN, with_numbers(3, 3, 1.0, 2.0, 1.0, 2.0, 1.5001))
    assert moved.startswith("traces [0] y: was [3, 3, 1.0")
    assert len(list(differences(THEN, with_numbers(4, 4, 1.0, 2.0, 1.0, 2.0, 1.5)))) == 1


def test_what_is_new_is_no_difference_and_what_is_gone_is_one():
    assert list(differences(THEN, {**THEN, "more": 1})) == []
    assert list(differences(THEN, {"traces": THEN["traces"]})) == ["status: was 'Ready', is None"]
    assert list(differences(THEN, {**THEN, "traces": []})) == [f"traces: 1 were {THEN['traces']}, 0 are []"]
