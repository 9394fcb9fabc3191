"""What was trained, laid out for reading: the same sums as walking tree by tree and adding weight by weight."""

from __future__ import annotations

from itertools import combinations

from kawat.reading.coder.weights import Question, Terms, Trees

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
    asked = Question([], [trees])
    assert asked.odds(ROWS, [()] * len(ROWS)).tolist() == [
        [4000 + known["a" in row, "b" in row]] for row in ROWS
    ]
    assert asked.odds([], []).shape == (0, 1)


def test_a_weight_counts_alone_and_in_the_contexts_of_its_row() -> None:
    yes = Terms(1, {"a": {"": 10, "T=X": 100}, "b": {"T=Y": 1000}})
    no = Terms(2, {"c": {"": 5}})
    asked = Question([yes, no])
    assert asked.odds(
        [["a", "b"], [], ["c", "a", "?"]], [("", "T=X"), ("", "T=X"), ("", "T=Y")]
    ).tolist() == [
        [111, 2],
        [1, 2],
        [11, 7],
    ]
    assert asked.odds([], []).shape == (0, 2)


def test_of_terms_and_trees_the_mean_counts() -> None:
    tree = Trees(
        names=("c",), feature=((0, -1, -1),), absent=((1, 1, 2),), present=((2, 1, 2),), value=((0, 10, 20),)
    )
    asked = Question([Terms(0, {"a": {"": 100}})], [tree])
    assert asked.odds(ROWS, [("",)] * len(ROWS)).tolist() == [
        [((20 if "c" in row else 10) + (100 if "a" in row else 0)) // 2] for row in ROWS
    ]


def test_each_answer_has_trees_of_its_own_that_ask_for_other_features() -> None:
    def told(name: str, no: int, yes: int) -> Trees:
        return Trees((name,), ((0, -1, -1),), ((1, 1, 2),), ((2, 1, 2),), ((0, no, yes),))

    asked = Question([], [told("b", 1, 2), told("a", 30, 40), told("b", 500, 600)])
    assert asked.odds(ROWS, [()] * len(ROWS)).tolist() == [
        [2 if "b" in row else 1, 40 if "a" in row else 30, 600 if "b" in row else 500] for row in ROWS
    ]
