"""Words as keys, groups of mentions, how alike two tellings are, and the scorer of event coreference."""

import random
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.linking.telling_chains import Model, chains, grouped, model
from kawat.linking.telling_mentions import Collection, Mention, Page, head_of
from kawat.linking.telling_pairs import FEATURES, Pairs
from kawat.linking.telling_words import lemma, root, senses

sys.path.append(str(Path(__file__).parents[2]))

from bench.coreference import scores


@pytest.mark.parametrize(
    "same",
    ["acquire acquired acquires acquiring", "stop stopped stopping", "agree agreed agrees", "try tries tried trying",
     "die died dying dies", "go went gone", "cancel cancelled canceled",
     "call called calling", "crash crashes crashed"],
)  # fmt: skip
def test_inflection_is_taken_off(same):
    assert len({lemma(word) for word in same.split()}) == 1


@pytest.mark.parametrize(
    "family",
    ["acquired acquisition", "killed killing", "announce announcement", "die death", "explode explosion",
     "arrive arrival", "elect election", "rob robbery", "quake earthquake"],
)  # fmt: skip
def test_derivation_is_taken_off(family):
    assert len({root(word) for word in family.split()}) == 1


def test_other_words_stay_apart():
    words = [
        "kill",
        "die",
        "meet",
        "met-up",
        "visit",
        "attack",
        "sign",
        "sink",
        "sing",
        "king",
        "said",
        "sad",
    ]
    assert len({lemma(word) for word in words}) == len(words)
    assert lemma("Bertemu", "id") == "bertemu"


def test_senses_bring_near_synonyms_together():
    assert senses(root("arrested")) & senses(root("captured"))
    assert not senses(root("arrested")) & senses(root("married"))


@pytest.mark.parametrize(
    ("words", "head"),
    [(("was", "arrested"), "arrest"), (("took", "a", "visit"), "visit"), (("checked", "into"), "check"),
     (("it",), "it")],
)  # fmt: skip
def test_head(words, head):
    assert head_of(words) == head


PAGES = (
    Page("a", ("Envoys of Freedonia signed a fisheries pact in Lisbon on Monday .", "The signing ended a quarrel .")),
    Page("b", ("Freedonia has signed the fisheries pact , Lisbon radio said .",)),
    Page("c", ("A court in Quito jailed two smugglers after a raid on a warehouse .",)),
)  # fmt: skip


def mention(page: int, sentence: int, word: str) -> Mention:
    at = PAGES[page].sentences[sentence].index(word)
    return Mention(PAGES[page].id, sentence, at, at + len(word), (word,))


MENTIONS = (
    mention(0, 0, "signed"),
    mention(0, 1, "signing"),
    mention(1, 0, "signed"),
    mention(2, 0, "jailed"),
)


def test_chains_hold_every_mention_once_whatever_the_order():
    expected = chains(PAGES, MENTIONS)
    assert sorted(m for chain in expected for m in chain) == sorted(MENTIONS)
    assert (MENTIONS[3],) in expected
    for seed in range(3):
        pages, mentions = list(PAGES), list(MENTIONS)
        random.Random(seed).shuffle(pages)
        random.Random(seed).shuffle(mentions)
        assert chains(pages, mentions) == expected


def test_chains_of_nothing():
    assert chains((), ()) == ()


def test_features_do_not_depend_on_the_order_of_two():
    collection = Collection(PAGES)
    pairs = Pairs(collection, collection.see(MENTIONS))
    for i, j in pairs.candidates():
        row = pairs.features(i, j)
        assert row == pairs.features(j, i)
        assert len(row) == len(FEATURES)


def test_weights_name_their_features():
    def names(tree):
        return set() if isinstance(tree, int) else {tree[0]} | names(tree[2]) | names(tree[3])

    assert set().union(*map(names, model().trees)) <= set(FEATURES)
    assert 0 < model().threshold < 1


def test_a_tree_is_read_by_its_limits():
    tree = ["same_root", 0.5, -2_000_000, ["pages_alike", 0.2, 0, 3_000_000]]
    rows = np.zeros((3, len(FEATURES)))
    rows[1:, FEATURES.index("same_root")] = 1
    rows[2, FEATURES.index("pages_alike")] = 0.3
    likely = Model("none", 0.5, (tree,)).likely(rows)
    assert likely == pytest.approx([1 / (1 + np.exp(2)), 0.5, 1 / (1 + np.exp(-3))])


def test_average_linkage():
    chain = [(0, 1, 0.9), (1, 2, 0.8)]  # nothing joins 0 and 2: the mean of 0-2 and 1-2 is 0.4
    assert grouped(4, chain, 0.5) == [[0, 1], [2], [3]]
    assert grouped(4, chain, 0.4) == [[0, 1, 2], [3]]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0, 1)), max_size=20), st.randoms())
def test_grouping_is_a_partition_in_any_order(edges, order):
    known = {(min(i, j), max(i, j)): p for i, j, p in edges if i != j}
    told = [(i, j, p) for (i, j), p in known.items()]
    groups = grouped(8, told, 0.5)
    assert sorted(i for group in groups for i in group) == list(range(8))
    order.shuffle(told)
    assert grouped(8, told, 0.5) == groups


# The truth and answers of figure 1 of Luo 2005; the values reckoned by hand.
TRUTH = ["12345", "67", "89ABC"]


@pytest.mark.parametrize(
    ("answer", "muc", "b_cubed", "ceaf_e"),
    [
        (TRUTH, (1, 1), (1, 1), (1, 1)),
        (["12345", "6789ABC"], (9 / 10, 1), (16 / 21, 1), ((1 + 10 / 12) / 2, (1 + 10 / 12) / 3)),
        (["1234589ABC", "67"], (9 / 10, 1), (7 / 12, 1), ((1 + 10 / 15) / 2, (1 + 10 / 15) / 3)),
        (
            list("123456789ABC"),
            (0, 0),
            (1, 3 / 12),
            ((2 / 3 + 2 / 6 + 2 / 6) / 12, (2 / 3 + 2 / 6 + 2 / 6) / 3),
        ),
    ],
)
def test_scorer(answer, muc, b_cubed, ceaf_e):
    found = scores(TRUTH, answer)
    assert found.muc == pytest.approx(muc)
    assert found.b_cubed == pytest.approx(b_cubed)
    assert found.ceaf_e == pytest.approx(ceaf_e)
    assert found.conll == pytest.approx(sum(p.f1 for p in found) / 3)


def test_scorer_counts_what_only_one_side_has():
    found = scores(["ab", "c"], ["abx"])
    assert found.muc == pytest.approx((1 / 2, 1))
    assert found.b_cubed == pytest.approx((4 / 9, 2 / 3))
    assert found.ceaf_e == pytest.approx((0.8, 0.4))


def test_alignment_is_the_best_not_the_greedy_one():
    # 123456 with 123789 (6/12) would leave nothing for 789 and 456.
    found = scores(["123456", "789"], ["123789", "456"])
    assert found.ceaf_e == pytest.approx(((2 * 3 / 9 + 2 * 3 / 9) / 2,) * 2)
