"""Average linkage, and where its tree is cut."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Cut(NamedTuple):
    """Where two branches are two groups."""

    least: float  # the mean likeness between them is below this
    few: float  # and this more, shared by all members but one: of few articles there is less to be sure by
    doubtful: float  # or below this, and both hold `several`, and it is below `share` of that within them
    share: float
    several: int


class Branch(NamedTuple):
    """A node of the tree: its members, the mean likeness between its two branches, and the sum within all."""

    members: tuple[int, ...]
    between: float
    within: float  # over all pairs of its members
    left: Branch | None
    right: Branch | None

    @property
    def pairs(self) -> int:
        """How many pairs its members make."""
        return len(self.members) * (len(self.members) - 1) // 2


def tree(likeness: NDArray[np.float64]) -> Branch:
    """Join the likest two groups again and again, by the mean over their pairs; of equals, the first."""
    size = len(likeness)
    nodes = {i: Branch((i,), 1.0, 0.0, None, None) for i in range(size)}
    mean = likeness.copy()
    np.fill_diagonal(mean, -np.inf)
    while len(nodes) > 1:
        a, b = sorted(divmod(int(mean.argmax()), size))
        left, right, between = nodes[a], nodes.pop(b), float(mean[a, b])
        m, n = len(left.members), len(right.members)
        within = left.within + right.within + between * m * n
        nodes[a] = Branch(tuple(sorted(left.members + right.members)), between, within, left, right)
        joined = (mean[a] * m + mean[b] * n) / (m + n)
        joined[[a, b]] = -np.inf
        mean[a], mean[:, a] = joined, joined
        mean[b], mean[:, b] = -np.inf, -np.inf
    return nodes[0]


def groups(root: Branch, cut: Cut) -> list[tuple[int, ...]]:
    """Cut the tree from the top, and return the members of each group."""
    done, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        if node.left and node.right and _apart(node, node.left, node.right, cut):
            waiting += node.right, node.left
        else:
            done.append(node.members)
    return done


def _apart(node: Branch, left: Branch, right: Branch, cut: Cut) -> bool:
    if node.between < cut.least + cut.few / (len(node.members) - 1):
        return True
    if node.between >= cut.doubtful or min(len(left.members), len(right.members)) < cut.several:
        return False
    return node.between < cut.share * (left.within + right.within) / (left.pairs + right.pairs)
