"""What was trained, laid out for reading: the same sums as walking tree by tree and adding weight by weight."""

from __future__ import annotations

from itertools import combinations

from kawat.reading.coder.weights import Forest, Table, Terms, Trees

ROWS = [list(row) for n in range(4) for row in combinations(("a", "b", "c"), n)]


def test_each_tree_is_walked_to_its_leaf_and_the_leaves_are_summed() -> None:
    trees = Trees(
        names=("a", "b"),
        feature=((0, -1, 1, -1, -1), (-1,)),
        absent=((1, 1, 3, 3, 4), (0,)),
        present=((2, 1, 4, 3, 4), (0,)),
        value=((0, 1, 0, 20, 300), (4000,)),
    )
    known = {(False, False): 1, (False, True): 1, (True, False): 20, (True, True): 300}
    assert Forest.of(trees).odds(ROWS).tolist() == [4000 + known["a" in row, "b" in row] for row in ROWS]
    assert Forest.of(trees).odds([]).tolist() == []


def test_a_weight_counts_alone_and_in_the_contexts_of_its_row() -> None:
    yes = Terms(1, {"a": {"": 10, "T=X": 100}, "b": {"T=Y": 1000}})
    no = Terms(2, {"c": {"": 5}})
    table = Table([yes, no])
    assert table.odds(
        [["a", "b"], [], ["c", "a", "?"]], [("", "T=X"), ("", "T=X"), ("", "T=Y")]
    ).tolist() == [
        [111, 2],
        [1, 2],
        [11, 7],
    ]
    assert table.odds([], []).shape == (0, 2)
