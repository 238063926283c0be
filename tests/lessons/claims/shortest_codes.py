"""The best codes for outcomes of a distribution, whose length the entropy bounds from below."""

import heapq
from functools import cache
from itertools import count

import numpy as np


def code_length(p):
    """The mean length of the best code for one outcome, by Huffman's merging of the two rarest."""
    order = count()
    heap = [(share, next(order)) for share in p]
    heapq.heapify(heap)
    total = 0.0
    while len(heap) > 1:
        share = heapq.heappop(heap)[0] + heapq.heappop(heap)[0]
        total += share  # everything under this node gets one more digit
        heapq.heappush(heap, (share, next(order)))
    return total


@cache
def lengths_per_outcome():
    """Of codes for 1, 2, ... outcomes at once of a coin with p = 0.9, in bits per outcome."""
    block, found = np.ones(1), []
    for n in range(1, 11):
        block = np.outer(block, [0.9, 0.1]).ravel()
        found.append(code_length(block) / n)
    return np.array(found)
