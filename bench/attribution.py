"""Statements of Indonesian news against PFSA-ID: speakers, cues and contents of quotations."""

from __future__ import annotations

import io
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bench.common import SHARED, missing, print_table
from kawat.pages import read_text
from kawat.reading import annotate

CORPUS = SHARED / "data" / "attribution" / "pfsa-id-dev-20.tar.xz"
#: What is counted -> the labels of the corpus that are it. "Katanya" (cue and pronoun in one word) counts as a cue.
KINDS = {
    "speaker": ("PERSON", "PERSONCOREF"),
    "cue": ("CUE", "CUECOREF"),
    "content": ("STATEMENT",),
}
#: Labels that stand in a speaker's title and name; together they are what Kawat gives as the speaker.
WHOLE = ("ROLE", "AFFILIATION", "PERSON", "PERSONCOREF")
#: A topic sentence opens an article; the corpus has no other mark of it.
TOPIC = "B-ISSUE"
#: Code points between a cue and a speaker behind it.
NEAR = 3
NO_SPACE_BEFORE = frozenset(",.;:!?)%")
JOINING = frozenset("/-")
MARKS, OPENING = frozenset('”“"'), "“"

Span = tuple[int, int]
Token = tuple[str, str]


def main() -> None:
    """Print what is found of each kind."""
    if missing(CORPUS):
        return
    texts = [Text(sentences) for sentences in articles(corpus())]
    gold = {kind: [t.spans(labels) for t in texts] for kind, labels in KINDS.items()}
    whole = [t.spans(WHOLE) for t in texts]
    found = [statements(t.text) for t in texts]
    rows = []
    for kind in KINDS:
        direct = [row[kind, True] for row in found]
        every = [row[kind, True] | row[kind, False] for row in found]
        exact = (
            [joined(w, t.text) for w, t in zip(whole, texts, strict=True)]
            if kind == "speaker"
            else gold[kind]
        )
        rows.append((kind, sum(map(len, gold[kind])), *overlapping(gold[kind], direct)))
        rows.append((f"{kind}, exact", sum(map(len, exact)), *equal(exact, direct)))
        rows.append(
            (f"{kind}, reported speech too", sum(map(len, gold[kind])), *overlapping(gold[kind], every))
        )
    beside = [t.beside_cues() for t in texts]
    own = [row["beside", True] for row in found]
    rows.insert(3, ("speaker behind its cue", sum(map(len, beside)), *overlapping(beside, own)))
    print_table(
        f"Quotations of PFSA-ID, dev 20 % ({len(texts)} articles)",
        ("spans", "in gold", "found", "precision", "recall", "F1"),
        rows,
    )


def corpus() -> Iterator[list[Token]]:
    """Yield the sentences of the corpus, each a list of (token, label)."""
    with tarfile.open(CORPUS) as archive:
        name = next(m for m in archive.getmembers() if m.name.endswith(".txt"))
        handle = archive.extractfile(name)
        assert handle is not None
        sentence: list[Token] = []
        for line in io.TextIOWrapper(handle, encoding="utf-8"):
            token, _, label = line.rstrip("\n").partition("\t")
            if token:
                sentence.append((token, label))
            elif sentence:
                yield sentence
                sentence = []
        if sentence:
            yield sentence


def articles(sentences: Iterable[list[Token]]) -> Iterator[list[list[Token]]]:
    """Put the sentences together to articles: each begins at a sentence with a topic."""
    article: list[list[Token]] = []
    for sentence in sentences:
        if any(label == TOPIC for _, label in sentence) and article:
            yield article
            article = []
        article.append(sentence)
    yield article


class Text:
    """An article of the corpus, its tokens put together again as they are printed, in one paragraph.

    It has one mark to open and to close; the corpus ends a sentence behind one that opens.
    """

    def __init__(self, sentences: list[list[Token]]) -> None:
        tokens = [token for sentence in sentences for token in sentence]
        breaks = [k == len(sentence) - 1 for sentence in sentences for k in range(len(sentence))]
        self.labels: list[tuple[int, int, str]] = []
        text, inside, tight = "", False, True
        for n, (word, label) in enumerate(tokens):
            mark = word in MARKS
            if mark:
                inside = word == OPENING or not (
                    inside or (n and tokens[n - 1][0] in ",.?!" and not breaks[n])
                )
            if not (tight or word in NO_SPACE_BEFORE or word in JOINING or (mark and not inside)):
                text += " "
            self.labels.append((len(text), len(text) + len(word), label))
            text += word
            tight = word in "(/-" or (mark and inside)
        self.text = text

    def spans(self, labels: tuple[str, ...]) -> list[Span]:
        """Return the spans of these labels."""
        out: list[Span] = []
        for start, end, label in self.labels:
            place, _, kind = label.partition("-")
            if kind not in labels:
                continue
            if place in "BU" or not out:
                out.append((start, end))
            else:
                out[-1] = (out[-1][0], end)
        return out

    def beside_cues(self) -> list[Span]:
        """Return the first name behind each "kata", before the next statement."""
        cues = self.spans(("CUE",))
        stops = [start for start, _ in (*cues, *self.spans(("STATEMENT", "CUECOREF")))]
        out: list[Span] = []
        for _, end in cues:
            limit = min((at for at in stops if at > end), default=len(self.text))
            out += [x for x in self.spans(KINDS["speaker"]) if end < x[0] < limit][:1]
        return out


def joined(spans: list[Span], text: str) -> list[Span]:
    """Join role, affiliation and name where at most a comma stands between them."""
    out: list[Span] = []
    for start, end in spans:
        if out and re.fullmatch(r",? ?", text[out[-1][1] : start]):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def statements(text: str) -> dict[tuple[str, bool], set[Span]]:
    """Return the different spans that Kawat finds, by kind and whether they are of a quotation."""
    out: dict[tuple[str, bool], set[Span]] = defaultdict(set)
    for said in annotate(read_text(text, language="id", published="2020-11-01")).statements:
        for kind, part in (
            ("speaker", said.speaker),
            ("speaker", said.named),
            ("cue", said.cue),
            ("content", said.content),
        ):
            out[kind, said.direct].add((part.start, part.end))
        if 0 < said.speaker.start - said.cue.end < NEAR:
            out["beside", said.direct].add((said.speaker.start, said.speaker.end))
    return out


def overlapping(gold: list[list[Span]], found: list[set[Span]]) -> tuple[int, str, str, str]:
    """Count a span found where it overlaps one of gold, and one of gold where it overlaps one found."""
    right = sum(any(touch(f, g) for g in gs) for gs, fs in zip(gold, found, strict=True) for f in fs)
    met = sum(any(touch(f, g) for f in fs) for gs, fs in zip(gold, found, strict=True) for g in gs)
    return figures(right, met, sum(map(len, found)), sum(map(len, gold)))


def touch(a: Span, b: Span) -> bool:
    """Tell whether two spans overlap."""
    return a[0] < b[1] and b[0] < a[1]


def equal(gold: list[list[Span]], found: list[set[Span]]) -> tuple[int, str, str, str]:
    """Count the spans that are the same."""
    right = sum(len(set(gs) & fs) for gs, fs in zip(gold, found, strict=True))
    return figures(right, right, sum(map(len, found)), sum(map(len, gold)))


def figures(right: int, met: int, found: int, owed: int) -> tuple[int, str, str, str]:
    """Return found, precision, recall and F1."""
    precision, recall = right / max(found, 1), met / max(owed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return found, f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}"


if __name__ == "__main__":
    main()
