"""Stories: articles of one matter come together, two matters of one kind stay apart."""

from __future__ import annotations

from hashlib import sha256

import msgspec
import numpy as np
import pytest
from bench.ecb import read_document
from bench.stories import b_cubed
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.linking import story_parts
from kawat.linking.gist import TERMS, gist, keys
from kawat.linking.gist_words import rarity, stem, words
from kawat.linking.stories import joined, story
from kawat.linking.stories import stories as found_in
from kawat.linking.story_parts import components, likeness
from kawat.linking.story_trees import Cut, groups, tree
from kawat.pages.model import Article, Moment
from kawat.text import Span

QUAKE = [
    "A strong earthquake hit the port of Valdoria on Monday, killing 14 people. The quake of magnitude 6.3 brought "
    "down houses in Valdoria and Mesquina, governor Teodor Brankov said. Rescuers looked for survivors in the rubble.",
    "Rescuers pulled a girl from the rubble in Valdoria a day after the earthquake of magnitude 6.3. The death toll "
    "rose to 14, governor Teodor Brankov told reporters. Hundreds slept in the open in Mesquina.",
    "Governor Teodor Brankov asked for tents as aftershocks shook Valdoria. The earthquake of magnitude 6.3 killed 14 "
    "people and left hundreds without houses in Mesquina.",
]
OTHER_QUAKE = [
    "An earthquake of magnitude 5.1 shook the island of Karaland on Friday. Houses fell in Ostrani, and 3 people died, "
    "mayor Lidia Ferowick said. Rescuers were looking for survivors in the rubble.",
    "Mayor Lidia Ferowick said that 3 people died in Ostrani when an earthquake of magnitude 5.1 hit Karaland. "
    "Rescuers looked for survivors in the rubble, and hundreds slept in the open.",
    "Karaland counts the cost of its earthquake: magnitude 5.1, 3 dead, a hundred houses in Ostrani. Mayor Lidia "
    "Ferowick asked for tents and said that aftershocks went on.",
]
STRIKE = [
    "Tram drivers of Tulvena went on strike over wages, and the union of Pavlo Ridzik said that talks had failed."
]
QUAKE_ID = (
    "Gempa bermagnitudo 6.3 mengguncang pelabuhan Valdoria dan kota Mesquina pada Senin. Gubernur Teodor Brankov "
    "mengatakan 14 orang tewas di Valdoria, sementara ratusan warga Mesquina mengungsi, kata Brankov."
)


def article(name, text, *, title="", published=None, language="en"):
    moment = Moment(published, False, None, None, "test") if published else None
    body = (Span(0, len(text)),)
    return Article(name, text, sha256(text.encode()).hexdigest(), title, language, (), body, published=moment)


def gists(**texts):
    return [gist(article(name, text)) for name, text in texts.items()]


def world():
    texts = {f"q{i}": text for i, text in enumerate(QUAKE)}
    texts |= {f"o{i}": text for i, text in enumerate(OTHER_QUAKE)}
    return gists(**texts, s0=STRIKE[0])


def dated(day, name, text=QUAKE[0]):
    return gist(article(name, text, published=day))


def test_two_matters_of_one_kind_stay_apart():
    assert found_in(world()) == (("o0", "o1", "o2"), ("q0", "q1", "q2"), ("s0",))


@given(st.permutations(range(7)), st.sampled_from([1, 2, 400]))
@settings(max_examples=20, deadline=None)
def test_the_order_of_articles_does_not_matter(order, largest):
    known = world()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story_parts, "LARGEST", largest)
        assert found_in([known[i] for i in order]) == found_in(known)


def test_stories_are_found_in_each_component_alone():
    known = world()
    parts = [[g for g in known if g.id in part] for part in components(known)]
    assert sorted(s for part in parts for s in found_in(part)) == sorted(found_in(known))
    assert len(parts) > 1


def test_nothing_comes_of_nothing():
    assert found_in([]) == ()
    assert found_in(gists(empty="")) == (("empty",),)


def test_an_article_in_another_language_comes_in_by_names_and_numbers():
    known = [*gists(q0=QUAKE[0], q1=QUAKE[1]), gist(article("id", QUAKE_ID, language="id"))]
    assert len(components(known)) == 1


def test_what_is_known_to_belong_together_is_joined():
    known = world()
    assert ("o0", "o1", "o2", "s0") in found_in(known, [("s0", "o1")])
    assert found_in(known, [("s0", "elsewhere")]) == found_in(known)
    assert found_in(known, [("o0", "q0")]) == found_in(known, [("q0", "o0")])


def test_ties_of_few_do_not_join_large_stories():
    halves = [tuple("abcdef"), tuple("ghijkl")]
    assert joined(halves, [("a", "g")]) == halves
    assert joined(halves, [("a", "g"), ("b", "h")]) == [tuple("abcdefghijkl")]


@pytest.mark.parametrize(("day", "one"), [("2024-03-05", True), ("2024-03-09", True), ("2025-03-05", False)])
def test_a_year_between_two_articles_parts_them(day, one):
    known = [dated("2024-03-04", "a"), dated(day, "b", QUAKE[1])]
    assert (len(found_in(known)) == 1) is one


def test_articles_two_windows_apart_share_no_key():
    first = dated("2024-03-04", "a")
    near, far = dated("2024-03-18", "b"), dated("2024-04-15", "c")
    assert set(keys(first)) & set(keys(near))
    assert not set(keys(first)) & set(keys(far))


def test_days_between_take_of_the_likeness():
    first, same, later = (dated(day, "a") for day in ("2024-03-04", "2024-03-08", "2024-03-18"))
    assert likeness(first, same) == pytest.approx(1)
    assert likeness(first, later) == likeness(later, first) == pytest.approx(0.5)
    assert likeness(first, gist(article("b", QUAKE[0]))) == pytest.approx(1)


def test_a_component_that_grows_too_large_falls_apart(monkeypatch):
    monkeypatch.setattr(story_parts, "LARGEST", 3)
    parts = components(world())
    assert max(map(len, parts)) <= 3
    assert sum(map(len, parts)) == 7


def test_copies_without_end_are_one_component(monkeypatch):
    monkeypatch.setattr(story_parts, "LARGEST", 3)
    assert len(components(gists(**{f"c{i}": QUAKE[0] for i in range(6)}))) == 1


def test_the_same_text_day_by_day_falls_apart_at_fixed_days(monkeypatch):
    monkeypatch.setattr(story_parts, "LARGEST", 3)
    known = [dated(f"2024-03-{day:02}", f"d{day:02}") for day in range(1, 15)]
    known += [gist(article(f"u{i}", QUAKE[0])) for i in range(5)]
    parts = components(known)
    assert max(len(part) for part in parts if part[0] != "u0") <= 3
    assert ("u0", "u1", "u2", "u3", "u4") in parts
    assert components(known[::-1]) == parts
    assert ("u0", "u1", "u2", "u3", "u4") in found_in(known)


DAYS = st.none() | st.integers(738000, 738100)


@given(st.integers(1, len(story_parts.LEVELS) - 1), st.floats(0, 1), DAYS, DAYS)
def test_what_hangs_together_at_a_level_does_so_at_all_before_it(level, alike, one, other):
    """Else an article that is added could part others, and a record would have to look at all of them."""
    if story_parts.linked(level, alike, one, other):
        assert all(story_parts.linked(before, alike, one, other) for before in range(level))


def test_a_gist_tells_names_numbers_and_dates():
    text = "Rescuers left Valdoria on 5 March 2023, and 1,960 tents came. The Tirana talks of French, Prancis envoys."
    found = gist(article("a", text, title="Tents Come At Last", published="2023-03-07"))
    terms = {term.word: term for term in found.terms}
    assert {"valdoria", "tirana", "FRA"} <= {word for word, term in terms.items() if term.name}
    assert not terms["tent"].name
    assert terms["FRA"].count == 2
    assert {"1,960", "tent"} <= terms.keys()
    assert terms["tent"].count == 2
    assert {"2023", "03-05"} <= set(found.dates)


def test_weekdays_become_days_where_publication_is_known():
    assert gist(article("a", "They met on Monday.")).dates == ("w0",)
    assert gist(article("a", "They met on Monday.", published="2023-03-08")).dates == ("03-06",)


def test_a_gist_is_small_and_survives_json():
    found = gist(article("a", " ".join(f"Name{chr(97 + i % 26)}{chr(97 + i // 26)}x" for i in range(600))))
    assert len(found.terms) == TERMS
    assert msgspec.json.decode(msgspec.json.encode(found), type=type(found)) == found


def test_a_language_without_a_pack_has_a_gist():
    assert gist(article("a", "Le séisme de Valdoria, lundi.", language="fr")).terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cities", "city"), ("Brankov's", "brankov"), ("classes", "class"), ("U.S", "us"), ("1,960", "1,960"),
        ("crisis", "crisis"), ("Paris", "paris"), ("houses", "house"),
    ],
)  # fmt: skip
def test_words_are_stemmed(text, expected):
    assert stem(text) == expected


def test_the_case_of_headlines_and_first_words_tells_nothing():
    assert not any(word.shown for word in words("Rescuers Reach Valdoria Port Village"))
    assert [w.word for w in words("Later Brankov left.") if w.shown and w.capital] == ["brankov"]


def test_rare_words_tell_more():
    assert rarity("the", "en") < rarity("earthquake", "en") < rarity("valdoria", "en") == 1
    assert rarity("yang", "id") < rarity("gempa", "id") < 1
    assert rarity("7", "en") < rarity("1,961", "en") < 1


def test_a_story_is_told_by_its_articles():
    late = gist(
        article("late", QUAKE[1], title="Girl pulled from rubble in Valdoria", published="2024-03-06")
    )
    early = gist(article("early", QUAKE[0], title="Earthquake in Valdoria kills 14", published="2024-03-04"))
    undated = gist(article("undated", STRIKE[0], title="Trams stand still"))
    told = story([late, undated, early])
    assert told.articles == ("early", "late", "undated")
    assert (told.first, told.last) == ("2024-03-04", "2024-03-06")
    assert told.title in {late.title, early.title}
    assert told == story([undated, early, late])
    assert story([undated]).title == "Trams stand still"


def test_a_story_without_headlines_has_an_empty_title():
    assert story(gists(a=QUAKE[0])).title == ""


def test_the_tree_is_cut_where_branches_are_unlike():
    alike = np.full((5, 5), 0.1)
    alike[:3, :3] = 0.9
    alike[3:, 3:] = 0.8
    root = tree(alike)
    assert root.between == pytest.approx(0.1)
    assert sorted(groups(root, Cut(0.5, 0.0, 0.0, 0.0, 0))) == [(0, 1, 2), (3, 4)]
    assert groups(root, Cut(0.05, 0.0, 0.0, 0.0, 0)) == [(0, 1, 2, 3, 4)]
    assert sorted(groups(root, Cut(0.05, 0.0, 0.5, 0.75, 2))) == [(0, 1, 2), (3, 4)]
    assert groups(root, Cut(0.05, 0.0, 0.5, 0.75, 3)) == [(0, 1, 2, 3, 4)]
    assert sorted(groups(root, Cut(0.5, 0.35, 0.0, 0.0, 0))) == [(0, 1, 2), (3,), (4,)]


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ("aabb", "1122", 1.0, 1.0),
        ("aabb", "1111", 0.5, 1.0),
        ("aabb", "1234", 1.0, 0.5),
        ("aaab", "1122", (2 * 1.0 + 2 * 0.5) / 4, (2 * 2 / 3 + 1 / 3 + 1) / 4),
        ("", "", 0.0, 0.0),
    ],
)
def test_b_cubed(gold, found, precision, recall):
    score = b_cubed(dict(enumerate(gold)), dict(enumerate(found)))
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)


def test_a_document_of_ecb_is_laid_out(tmp_path):
    words_of = "http : | He 's in - patient | The `` 6 . 1 '' quake , they said"
    lines = [line.split() for line in words_of.split("|")]
    tokens = [(s, w) for s, line in enumerate(lines) for w in line]
    marks = "".join(
        f'<token t_id="{i}" sentence="{s}" number="0">{w}</token>' for i, (s, w) in enumerate(tokens)
    )
    where = next(i for i, (_, w) in enumerate(tokens) if w == "quake")
    path = tmp_path / "3_7ecbplus.xml"
    path.write_text(
        f'<Document>{marks}<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="{where}"/></ACTION_OCCURRENCE>'
        '<ACTION_STATE m_id="2"><token_anchor t_id="4"/></ACTION_STATE><ACTION_OCCURRENCE m_id="3"/></Markables>'
        '<Relations><CROSS_DOC_COREF r_id="9" note="ACT1"><source m_id="1"/><target m_id="3"/></CROSS_DOC_COREF>'
        "</Relations></Document>"
    )
    document = read_document(path)
    assert document.text == 'He\'s in-patient\nThe "6.1" quake, they said'
    assert (document.topic, document.subtopic) == ("3", "3ecbplus")
    assert [(m.kind, m.chain) for m in document.mentions] == [
        ("ACTION_OCCURRENCE", "ACT1"), ("ACTION_STATE", "3_7ecbplus:m2"),
    ]  # fmt: skip
    token = document.tokens[where]
    assert document.text[token.start : token.end] == "quake"
