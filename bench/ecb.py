"""Read ECB+ documents: English news annotated with which mentions are one event (Cybulska and Vossen 2014).

A topic holds two happenings of one kind ("Tara Reid checks into rehab", "Lindsay Lohan checks into rehab"): the
documents named `ecb` tell of the first, those named `ecbplus` of the second.
"""

from __future__ import annotations

import re
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from bench.common import SHARED
from kawat.pages.model import Article
from kawat.text import Span

DATA = SHARED / "data" / "event-coreference" / "ecbplus-topics-1-35.tar.xz"
NAME = re.compile(r"(\d+)_(\d+)(ecb|ecbplus)\.xml")


class Token(NamedTuple):
    """One token, with its place in `Document.text`; -1 where the text leaves it out."""

    id: str  # t_id
    sentence: int
    text: str
    start: int  # code points of `Document.text`, end exclusive
    end: int


class Mention(NamedTuple):
    """One annotated mention."""

    id: str  # m_id
    kind: str  # the tag: ACTION_OCCURRENCE, NEG_ACTION_STATE, HUMAN_PART_PER, LOC_GEO, TIME_DATE ...
    tokens: tuple[int, ...]  # indices into `Document.tokens`, ascending; they may have gaps
    chain: str  # what it refers to: shared across documents, or of this document alone


class Document(NamedTuple):
    """One article."""

    id: str  # "1_10ecbplus"
    topic: str  # "1"
    subtopic: str  # "1ecbplus": the happening that it tells of
    text: str  # one sentence a line, without the line of the address
    tokens: tuple[Token, ...]  # all of them
    mentions: tuple[Mention, ...]


def article(document: Document) -> Article:
    """Make an article of it: no headline, no day of publication; each line is a paragraph."""
    text, body, at = document.text, [], 0
    for line in text.split("\n"):
        body.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Article(document.id, text, sha256(text.encode()).hexdigest(), "", "en", (), tuple(body))


def read_document(path: Path) -> Document:
    """Read one file; raises ValueError where its name is not of the form 1_10ecb.xml, 1_10ecbplus.xml."""
    if not (name := NAME.fullmatch(path.name)):
        raise ValueError(f"{path.name} is no document of ECB+")
    root = ElementTree.parse(path).getroot()
    words = [(e.get("t_id", ""), int(e.get("sentence", "0")), e.text or "") for e in root.iter("token")]
    text, tokens = _lay_out(words)
    subtopic = name[1] + name[3]
    return Document(path.stem, name[1], subtopic, text, tokens, tuple(_mentions(root, path.stem, tokens)))


def _lay_out(words: list[tuple[str, int, str]]) -> tuple[str, tuple[Token, ...]]:
    """Write tokens as lines of text; the first sentence is left out where it is an address."""
    address = {0} if words and words[0][2].lower() in {"http", "https", "www"} else set()
    pieces: list[str] = []
    tokens: list[Token] = []
    at = 0
    sides = [(word if sentence not in address else "", sentence) for _, sentence, word in words]
    for i, (name, sentence, word) in enumerate(words):
        if sentence in address:
            tokens.append(Token(name, sentence, word, -1, -1))
            continue
        gap = _gap(sides, i) if pieces else ""
        shown = {"``": '"', "''": '"'}.get(word, word)
        pieces += gap, shown
        start = at + len(gap)
        at = start + len(shown)
        tokens.append(Token(name, sentence, word, start, at))
    return "".join(pieces), tuple(tokens)


CLOSERS = frozenset(
    [*",.;:!?%)]}", "''", "n't", "'s", "’s", "'re", "'ve", "'ll", "'d", "'m", "'", "’", "..."]
)
OPENERS = frozenset(["``", "(", "[", "{", "$", "£", "€", "“", "‘"])
NUMBER = re.compile(r"\d+ (?:\. \d+|, \d{3}|: \d\d)")  # one number whose parts are tokens of their own


def _gap(words: list[tuple[str, int]], at: int) -> str:
    """Return what stands between the word there and the one before it: some files cut "6.1" and "in-patient"."""
    (left, line), (word, sentence) = words[at - 1], words[at]
    if sentence != line:
        return "\n"
    if word.lower() in CLOSERS or word == "”" or left in OPENERS:
        return ""
    if left in {"'", "’"}:
        return "" if word.lower() in {"s", "re", "ve", "ll", "d", "m", "t"} else " "
    around = [text for text, _ in words[max(at - 2, 0) : at + 2]]
    if "-" in (left, word):
        middle = around[around.index("-", 1 if at > 1 else 0) :] if "-" in around[1:] else []
        return "" if len(middle) > 1 and middle[1][:1].isalnum() else " "
    return "" if at > 1 and NUMBER.fullmatch(" ".join(around[:3])) else " "


def _mentions(root: ElementTree.Element, document: str, tokens: tuple[Token, ...]) -> Iterator[Mention]:
    """Read mentions with their chains; one that no relation names is a chain of its own."""
    place = {token.id: i for i, token in enumerate(tokens)}
    chains: dict[str, str] = {}
    for relation in root.iterfind("Relations/*"):
        shared = relation.tag == "CROSS_DOC_COREF"
        chain = relation.get("note", "") if shared else f"{document}:{relation.get('r_id')}"
        chains |= {source.get("m_id", ""): chain for source in relation.iterfind("source")}
    for mark in root.iterfind("Markables/*"):
        anchors = tuple(sorted(place[anchor.get("t_id", "")] for anchor in mark.iterfind("token_anchor")))
        if anchors:  # those without stand for chains, not for words
            name = mark.get("m_id", "")
            yield Mention(name, mark.tag, anchors, chains.get(name, f"{document}:m{name}"))


def read_topics(folder: Path, topics: range) -> list[Document]:
    """Read all documents of these topics; the folder holds one folder a topic, or an ECB+ folder with these."""
    if (folder / "ECB+").is_dir():
        folder = folder / "ECB+"
    paths = [p for n in topics for p in (folder / str(n)).glob("*.xml") if NAME.fullmatch(p.name)]
    return [read_document(path) for path in sorted(paths, key=_order)]


def _order(path: Path) -> tuple[int, str, int]:
    """Sort by topic, happening and number."""
    topic, number, part = NAME.fullmatch(path.name).groups()  # type: ignore[union-attr]
    return int(topic), part, int(number)


def parse_topics(text: str) -> range:
    """Read "1-25" or "7"."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


@contextmanager
def data(folder: Path | None = None) -> Iterator[Path]:
    """Give the folder, or the one that comes with the project unpacked for as long as it is needed."""
    if folder is not None:
        yield folder
        return
    with tempfile.TemporaryDirectory() as name, tarfile.open(DATA) as archive:
        archive.extractall(name, filter="data")
        yield Path(name)


if __name__ == "__main__":  # look at one: python -m bench.ecb FILE
    for shown in map(read_document, map(Path, sys.argv[1:])):
        print(shown.text)
        for mention in shown.mentions:
            print(mention.kind, mention.chain, [shown.tokens[i].text for i in mention.tokens])
