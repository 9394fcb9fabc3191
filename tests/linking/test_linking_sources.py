"""Who vouches for an event: credits, copies and chains of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking_reports import report

from kawat.linking import sources
from kawat.linking.model import Copy
from kawat.linking.sources import witness_names


def page(name, outlet, credits="", hour=None, **kw):
    published = None if hour is None else f"2021-12-08T{hour:02}:00:00+07:00"
    return report(name, outlet=outlet, upstream=credits, published=published, article=name, **kw)


def copy(article, of, share=0.9, delay=3600):
    return Copy(article, of, share, delay)


#: Pages (name, outlet, whom they credit, hour), copies, and the sources with their articles.
CASES = {
    "an agency and who credits it": (
        [("a", "AFP", "", 1), ("b", "Harian", "AFP", 2)], [], {"AFP": "ab"},
    ),
    "the agency's page came later": (
        [("a", "Harian", "AFP", 1), ("b", "AFP", "", 2)], [], {"AFP": "ab"},
    ),
    "two agencies join nobody": (
        [("a", "H1", "Reuters;AFP", 1), ("b", "H2", "AFP", 2), ("c", "H3", "Reuters", 3)], [],
        {"Reuters": "ac", "AFP": "b"},
    ),
    "an outlet that has it from an agency": (
        [("a", "Kompas.com", "AFP", 1), ("b", "Harian", "Kompas", 2)], [], {"AFP": "ab"},
    ),
    "an outlet whose page is not here": ([("b", "Harian", "Kompas", 2)], [], {"Kompas": "b"}),
    "an outlet that credits itself": ([("a", "AFP", "AFP;Reuters", 1)], [], {"Reuters": "a"}),
    "an outlet that credits only itself": ([("a", "AFP", "AFP", 1)], [], {"AFP": "a"}),
    "a circle of credits": (
        [("a", "H1", "H2", 1), ("b", "H2", "H1", 2), ("c", "H3", "H2", 3)], [], {"H1": "abc"},
    ),
    "a circle of three": (
        [("a", "H1", "H2", 3), ("b", "H2", "H3", 2), ("c", "H3", "H1", 1)], [], {"H3": "cba"},
    ),
    "of two pages the one before it": (
        [("a", "Kompas", "AFP", 1), ("b", "Harian", "Kompas", 2), ("c", "Kompas", "Reuters", 3)], [],
        {"AFP": "ab", "Reuters": "c"},
    ),
    "a copy": ([("a", "H1", "", 1), ("b", "H2", "", 2)], [copy("b", "a")], {"H1": "ab"}),
    "a copy in part": ([("a", "H1", "", 1), ("b", "H2", "", 2)], [copy("b", "a", 0.3)], {"H1": "a", "H2": "b"}),
    "a copy of what credits": (
        [("a", "H1", "AFP", 1), ("b", "H2", "", 2)], [copy("b", "a")], {"AFP": "ab"},
    ),
    "a copy that credits for the first": (
        [("a", "H1", "", 1), ("b", "H2", "AFP", 2), ("c", "H3", "AFP", 3)], [copy("b", "a")], {"AFP": "abc"},
    ),
    "a copy that credits whom it copies": (
        [("a", "H1", "", 1), ("b", "H2", "H1", 2), ("c", "H3", "AFP", 3)], [copy("b", "a")],
        {"H1": "ab", "AFP": "c"},
    ),
    "copies of a page that is not here": (
        [("a", "H1", "", 1), ("b", "H2", "", 2), ("c", "H3", "", 3)], [copy("a", "x"), copy("b", "x")],
        {"H1": "ab", "H3": "c"},
    ),
    "copies that lead on through a page that is not here": (
        [("a", "H1", "", 1), ("b", "H2", "", 2)], [copy("b", "x"), copy("x", "a")], {"H1": "ab"},
    ),
    "a circle of copies": (
        [("a", "H1", "", 1), ("b", "H2", "", 2)], [copy("a", "b"), copy("b", "a")], {"H1": "ab"},
    ),
    "the copy of most": (
        [("a", "H1", "", 1), ("b", "H2", "", 2), ("c", "H3", "", 3)], [copy("c", "a", 0.6), copy("c", "b", 0.8)],
        {"H1": "a", "H2": "bc"},
    ),
    "pages without an outlet": ([("a", "", "", 1), ("b", "", "", 2)], [], {"a": "a", "b": "b"}),
    "no day": ([("a", "AFP", "", None), ("b", "H1", "AFP", None)], [], {"AFP": "ab"}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_origins(case):
    pages, copies, expected = CASES[case]
    found = sources([page(*p) for p in pages], copies)
    assert {w.name: "".join(w.articles) for w in found} == expected


def member(found, article):
    return next(m for w in found for m in w.members if m.article == article)


def test_each_page_shows_how_it_counts():
    found = sources(
        [
            page("a", "AFP", hour=1), page("b", "Kompas.com", "AFP", 2), page("c", "Harian", "Kompas;Antara", 3),
            page("d", "Tribun", hour=5), page("e", "Warta", hour=6),
        ],
        [copy("d", "b", 0.92, 10800), copy("e", "b", 0.2, 14400)],
    )  # fmt: skip
    assert [w.how for w in found] == [
        "AFP: own report; credited by Kompas.com, Harian (through Kompas.com, also credits Antara); "
        "copied by Tribun (through Kompas.com, 92 %, 3 h later); first in AFP",
        "Warta: own report with others' wording: Warta (20 %, with Kompas.com, 4 h later)",
    ]
    assert [m.relation for w in found for m in w.members] == ["own", "credits", "credits", "copies", "part"]
    assert member(found, "c").chain == ("Harian", "Kompas.com", "AFP")
    assert (member(found, "c").via, member(found, "c").of, member(found, "c").delay) == ("Kompas", "b", 3600)
    assert member(found, "c").also == ("Antara",)
    assert (member(found, "d").via, member(found, "d").of, member(found, "d").share) == (
        "Kompas.com",
        "b",
        0.92,
    )


def test_a_map_of_copies_is_as_good():
    pages = [page("a", "H1", hour=1), page("b", "H2", hour=2)]
    assert sources(pages, {"b": [copy("b", "a")]}) == sources(pages, [copy("b", "a")])


NAMES = ["AFP", "Reuters", "H1", "H2", "H3", "H1.com", ""]
PAGES = st.lists(
    st.builds(
        page,
        st.sampled_from("abcdefgh"),
        st.sampled_from(NAMES),
        st.lists(st.sampled_from(NAMES), max_size=3).map(";".join),
        st.none() | st.integers(0, 23),
        digest=st.none() | st.sampled_from(["x", "y"]),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda r: r.article,
)
COPIES = st.lists(
    st.builds(
        copy, st.sampled_from("abcdefghx"), st.sampled_from("abcdefghx"), st.sampled_from([0.2, 0.5, 1.0])
    ),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(PAGES, COPIES, st.randoms(use_true_random=False))
def test_laws(pages, copies, random):
    found = sources(pages, copies)
    told = [a for w in found for a in w.articles]
    assert sorted(told) == sorted(r.article for r in pages)  # each in just one source
    named = {r.outlet for r in pages if r.outlet} | {c for r in pages for c in r.upstream}
    assert len(found) <= len(named) + sum(not r.outlet for r in pages)
    assert len({w.name for w in found}) == len(found)
    assert all(m.chain[-1] == w.name for w in found for m in w.members)
    mixed, others = pages[:], copies[:]
    random.shuffle(mixed)
    random.shuffle(others)
    assert sources(mixed, others) == found
    names = witness_names(mixed, others)
    assert {names[r.article, r.id] for r in pages} == {w.name for w in found}
