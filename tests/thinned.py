"""What a thinned trace shows of each stretch between two frames, and what there truly is."""

from itertools import pairwise

import numpy as np


def range_of_steps(step, values, ends):
    """The least and greatest finite value of each stretch from one of the ends to the next, both included."""
    finite = np.isfinite(values)
    step, values, found = step[finite], values[finite], []
    for first, last in pairwise(ends):
        inside = values[(step >= first) & (step <= last)]
        found.append((inside.min(), inside.max()) if len(inside) else (np.nan, np.nan))
    return np.array(found)


def ranges_of_stretches(thinned, every, name):
    """The drawn and the true range of each stretch between the frames of a chunk; `every` has all of its steps."""
    steps, values = thinned.frames["step"], thinned.frames[name]
    points = thinned.between.get(name)
    drawn_step = steps if points is None else np.append(steps, points.step)
    drawn = values if points is None else np.append(values, points.values)
    return range_of_steps(drawn_step, drawn, steps), range_of_steps(every.frames["step"], every.frames[name], steps)
