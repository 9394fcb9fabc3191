from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from desk_samples import CALL, DEMAND, HOSTILE, PLAN, article, report
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from web_samples import ALIEN, client_of, links, one, page, texts

from kawat.desk.web import marking
from kawat.desk.web.marking import Mark
from kawat.desk.web.shared import RUN, shared_spans
from kawat.desk.web.templating import environment
from kawat.pages.model import Line
from kawat.record import Entry, Record, open_record


@pytest.fixture(scope="module")
def opened(record: str) -> Iterator[Record]:
    with open_record(record) as made:
        yield made


@pytest.fixture
def client(opened: Record) -> Iterator[TestClient[Litestar]]:
    with client_of(opened) as made:
        yield made


def shown(tree: LexborHTMLParser) -> str:
    """Return the text as it is shown, without the summaries of folds."""
    for each in tree.css(".told summary"):
        each.decompose()
    return one(tree, ".told").text()


@pytest.mark.parametrize("id", ["pagi", "sore", "post", "hostile"])
def test_the_text_is_shown_to_the_letter(client: TestClient[Litestar], opened: Record, id: str) -> None:
    text = shown(page(client, f"/article?id={id}"))
    assert text == marking.visible(opened.article(id).text).rstrip()


def test_sentences_are_marked_and_lead_to_their_events(client: TestClient[Litestar], opened: Record) -> None:
    tree = page(client, "/article?id=post")
    assert "".join(each.text() for each in tree.css("mark.e1")) == PLAN
    assert "".join(each.text() for each in tree.css("mark.e2")) == DEMAND
    tags = [each.attributes for each in tree.css(".told .tag")]
    assert [each["data-n"] for each in tags] == ["1", "2"]
    assert all((each["aria-label"] or "").startswith("Event ") for each in tags)
    assert {each["href"] for each in tags} == {f"/events/{e.id}" for e in opened.events_of("post")}


def test_the_event_that_one_came_from_stands_out(client: TestClient[Litestar], opened: Record) -> None:
    event = opened.events_of("post")[0]
    tree = page(client, f"/article?id=post&event={event.id}&at=0-8")
    assert tree.css("mark.k-focus") and len(tree.css(".legend .here")) == 1
    assert texts(tree, ".k-at") == ["Minister"]
    assert f"/events/{event.id}" in links(tree, ".paper-head a")


@pytest.mark.parametrize("at", ["9-3", "x", "0-99999", "-", "1-²"])
def test_a_place_that_cannot_be_marks_nothing(client: TestClient[Litestar], at: str) -> None:
    assert not page(client, f"/article?id=post&at={at}").css(".k-at")


def test_hostile_words_stay_words(client: TestClient[Litestar]) -> None:
    for address in ("/article?id=hostile", "/articles", "/search?q=malaysia", "/agenda"):
        tree = page(client, address)
        assert not tree.css(ALIEN)
        assert all(each.startswith(("/", "#")) for each in links(tree))
    assert marking.visible(HOSTILE) in one(page(client, "/article?id=hostile"), ".told p").text()


def test_pages_that_copy_one_another_lead_there_and_back(tmp_path: Path) -> None:
    body = " ".join(f"The {n}th envoy spoke of harbour {n * 7} and of quota {n * 13}." for n in range(30))
    pages = [
        article(id, body, title=id, outlet=f"<b>{id}</b>", published=f"2024-05-08T0{n}:00:00Z", language="en")
        for n, id in enumerate(("first", "second", "third"))
    ]
    with open_record(tmp_path / "kawat.db") as record:
        record.add_many([Entry(made, (), made.id) for made in pages])
        with client_of(record) as client:
            told = {made.id: page(client, f"/article?id={made.id}").css(".about dl a") for made in pages}
    shown = {
        id: [(a.text(), href) for a in found if (href := a.attributes["href"] or "").startswith("/article?")]
        for id, found in told.items()
    }
    first = [("<b>first</b>", "/article?id=first")]
    others = [(f"<b>{id}</b>", f"/article?id={id}") for id in ("second", "third")]
    assert shown == {"first": others, "second": first, "third": first}


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.test/a?b=1", True),
        ("javascript:alert(1)", False),
        ("HTTPS://example.test/\u202e", False),
        ("//example.test", False),
        ("data:text/html,x", False),
    ],
)
def test_only_addresses_of_the_web_are_links(tmp_path: Path, url: str, linked: bool) -> None:
    made = article("net", CALL, title="Net", outlet=None, published="2024-05-08", language="id")
    made = msgspec.structs.replace(made, url=url)
    with open_record(tmp_path / "kawat.db") as record:
        record.add_many([Entry(made, (report(made, CALL, type="AID"),), "net.txt")])
        with client_of(record) as client:
            tree = page(client, "/article?id=net")
    out = [each for each in tree.css("main a") if each.attributes.get("href") == url]
    assert bool(out) == linked
    assert all(each.attributes["rel"] == "noopener noreferrer nofollow" for each in out)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/article?id=nosuch", 404),
        ("/article", 400),
        ("/compare?one=pagi&other=sore", 400),
        ("/articles?after=nonsense", 400),
        ("/articles?q=bertelepon", 200),
        ("/articles?q=nosuchword", 200),
    ],
)
def test_what_cannot_be_is_refused(client: TestClient[Litestar], address: str, status: int) -> None:
    page(client, address, status)


def test_the_list_says_which_article_copies_which(tmp_path: Path) -> None:
    told = " ".join(f"Kalimat nomor {n} menyebut pelabuhan dan dermaga yang ke-{n * 7}." for n in range(12))
    first = article(
        "awal", told, title="Satu", outlet="Harian Pagi", published="2024-05-08T07:00:00+07:00", language="id"
    )
    again = article(
        "ulang", told, title="Dua", outlet="Warta Sore", published="2024-05-08T09:00:00+07:00", language="id"
    )
    with open_record(tmp_path / "copied.db") as record:
        record.add_many([Entry(each, (), f"{each.id}.txt") for each in (first, again)])
        with client_of(record) as client:
            tree = page(client, "/articles")
    assert texts(tree, "td .note-line") == ["copies Harian Pagi: 100 %, 2 hours later"]
    assert links(tree, "td .note-line a") == ["/article?id=awal"]


LETTERS = st.text(st.sampled_from("ab<&\"' \n\u202e\x1b"), min_size=1, max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Line], list[Mark]]:
    text = draw(LETTERS)
    spots = st.integers(0, len(text))
    lines = [Line(a, b, "body", "") for a, b in draw(st.lists(st.tuples(spots, spots), max_size=4))]
    kinds = st.sampled_from(["", "party", "at"])
    marks = [
        Mark(*each) for each in draw(st.lists(st.tuples(spots, spots, st.integers(0, 3), kinds), max_size=8))
    ]
    return text, lines, marks


@given(marked())
def test_pieces_are_the_text_and_each_stands_under_its_marks(
    given: tuple[str, list[Line], list[Mark]],
) -> None:
    text, lines, marks = given
    made = marking.blocks(text, lines, marks, {})
    joined = "".join(b.gap + "".join(p.text for p in b.pieces) for b in made)
    assert joined == marking.visible(text)[: len(joined)] and not text[len(joined) :].strip()
    for piece in (p for b in made for p in b.pieces):
        covering = {m.event for m in marks if m.start <= piece.start < m.end and m.event}
        assert set(piece.events) == covering


@given(marked())
def test_stripping_the_tags_gives_back_the_text(given: tuple[str, list[Line], list[Mark]]) -> None:
    text, lines, marks = given
    made = marking.groups(marking.blocks(text, lines, marks, {}), frozenset({"furniture"}))
    event = {"row": {"href": "/e", "sentence": "S"}, "label": "L"}
    source = '{% from "event_macros.html.j2" import told %}{{ told(paper, own, "en") }}'
    html = (
        environment()
        .from_string(source)
        .render(paper={"language": "id", "groups": made, "events": [event] * 3}, own={"folded": "{n}"})
    )
    stripped = shown(LexborHTMLParser(html))
    assert stripped == marking.visible(text)[: len(stripped)] and not text[len(stripped) :].strip()


def test_a_long_text_is_cut_in_one_go() -> None:
    text = "satu kalimat. " * 40_000
    marks = [Mark(n * 14, n * 14 + 13, 1 + n % 5) for n in range(0, 40_000, 10)]
    made = marking.blocks(text, [Line(0, len(text), "body", "")], marks, {})
    assert sum(len(p.text) for b in made for p in b.pieces) == len(text)


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40))
def test_shared_wording_stands_in_both(one: list[str], other: list[str]) -> None:
    text, theirs = " ".join(one), " ".join(other)
    spans = shared_spans(text, theirs)
    assert spans == sorted(spans) and all(a[1] < b[0] for a, b in pairwise(spans))
    for start, end in spans:
        run = text[start:end].split()[:RUN]
        assert " ".join(run) in theirs and len(run) == RUN
