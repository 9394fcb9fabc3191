"""Copied articles: precision, recall and F1 on pairs made from real articles, by what was done to them.

    python -m bench.copies [--short] [FOLDER]

Made pairs: an article and its copy, cut, put in another order, given another headline, lead and furniture, with words
changed, or put into another article's text, alone and together. Set against them are pairs that are no copies: the
articles most alike by TF-IDF, articles of one outlet, and articles of which one quotes all that the other quotes.
The pairs depend on the corpus and on `SEED` alone.
"""

from __future__ import annotations

import gzip
import importlib
import json
import platform
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.common import SHARED, Json, missing, percent, print_table
from kawat.linking.copies import SHARED as KEYS_SHARED
from kawat.linking.copies import compare, copies, sketch
from kawat.pages import read_text
from kawat.pages.model import Article

FOLDERS = (SHARED / "data" / "indonesian-news", SHARED / "data" / "english-statements")
SEED = 20
PAIRS = 150  # of each kind
SHORT = 40  # of each kind with --short
LEAST = 60  # words of an article that pairs are made from
BRIEF = (12, 40)  # words of a text that is made short
HEADER = ("pairs", "number", "copies", "found", "precision", "recall", "F1")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z0-9])")
_QUOTATION = re.compile(r"[“\"][^“”\"\n]{40,}[”\"]")


@dataclass(slots=True, frozen=True)
class Pair:
    """Two articles, and whether the later is made from the earlier."""

    kind: str
    earlier: Article
    later: Article
    copied: bool


class Maker:
    """Makes copies of the articles of a corpus, and articles that only look like copies."""

    def __init__(self, corpus: Sequence[Json]) -> None:
        self.corpus = corpus
        self.random = random.Random(SEED)
        self.words = [word for row in corpus for word in row["text"].split()]
        self.whole = [row for row in corpus if len(row["text"].split()) >= LEAST]

    def rows(self, count: int) -> list[Json]:
        """Draw articles of at least `LEAST` words."""
        return self.random.sample(self.whole, min(count, len(self.whole)))

    def cut(self, text: str, share: float) -> str:
        """Keep a run of sentences, about `share` of the words."""
        told = sentences(text)
        need, total = share * len(text.split()), [0]
        for sentence in told:
            total.append(total[-1] + len(sentence.split()))
        last = max(i for i in range(len(told)) if total[-1] - total[i] >= need)
        first = self.random.randint(0, last)
        end = next(i for i in range(first + 1, len(total)) if total[i] - total[first] >= need)
        return lay(told[first:end])

    def shuffle(self, text: str) -> str:
        """Put the sentences into another order."""
        told = sentences(text)
        self.random.shuffle(told)
        return lay(told)

    def change(self, text: str, share: float) -> str:
        """Change `share` of the words: most become any word of the corpus, some go, some get one before them."""
        return "\n\n".join(
            " ".join(filter(None, (self._changed(word, share) for word in line.split(" "))))
            for line in text.split("\n\n")
        )

    def _changed(self, word: str, share: float) -> str:
        if self.random.random() >= share:
            return word
        other = self.random.choice(self.words)
        return self.random.choices((other, "", f"{other} {word}"), (70, 15, 15))[0]

    def dress(self, text: str) -> str:
        """Put another headline, a lead and furniture around a text; the lead is of another article."""
        head, other = self.rows(2)
        lead = sentences(other["text"])[0]
        links = [" ".join(row["text"].split()[:8]) for row in self.rows(3)]
        title = " ".join(head["text"].split()[:9])
        more = "\n".join(
            f"{label}: {link}" for label, link in zip(("Baca juga", "Read also"), links, strict=False)
        )
        return f"{title}\n\n{lead}\n\n{text}\n\n{more}\n\nShare Facebook Twitter WhatsApp\n\n{links[2]}"

    def insert(self, text: str, share: float) -> str:
        """Put a text into one of another article, so that it is about `share` of the whole."""
        words = int(len(text.split()) * (1 - share) / share)
        mine: list[str] = []
        while sum(len(sentence.split()) for sentence in mine) < words:
            mine += sentences(self.rows(1)[0]["text"])
        while len(mine) > 1 and sum(len(sentence.split()) for sentence in mine[:-1]) >= words:
            mine.pop()
        at = self.random.randint(0, len(mine))
        return lay([*mine[:at], *sentences(text), *mine[at:]])


#: What is done to an article, by name.
KINDS: dict[str, Callable[[Maker, str], str]] = {
    "as it is": lambda m, t: t,
    "another headline, lead, furniture": lambda m, t: m.dress(t),
    "cut to 60 %": lambda m, t: m.cut(t, 0.6),
    "cut to 30 %": lambda m, t: m.cut(t, 0.3),
    "another order": lambda m, t: m.shuffle(t),
    "5 % of words changed": lambda m, t: m.change(t, 0.05),
    "10 % of words changed": lambda m, t: m.change(t, 0.1),
    "20 % of words changed": lambda m, t: m.change(t, 0.2),
    "30 % of words changed": lambda m, t: m.change(t, 0.3),
    "40 % of words changed": lambda m, t: m.change(t, 0.4),
    "half of another text": lambda m, t: m.insert(m.cut(t, 0.6), 0.5),
    "a third of another text": lambda m, t: m.insert(m.cut(t, 0.6), 0.34),
    "half of another text, 20 % changed": lambda m, t: m.change(m.insert(m.cut(t, 0.6), 0.5), 0.2),
    "cut to 50 %, another order, 20 % changed": lambda m, t: m.change(m.shuffle(m.cut(t, 0.5)), 0.2),
    "cut to 50 %, dressed, 30 % changed": lambda m, t: m.dress(m.change(m.cut(t, 0.5), 0.3)),
    "another order, dressed, 40 % changed": lambda m, t: m.dress(m.change(m.shuffle(t), 0.4)),
    "cut to 50 %, another order, dressed, 40 % changed": lambda m, t: m.dress(
        m.change(m.shuffle(m.cut(t, 0.5)), 0.4)
    ),
}


def sentences(text: str) -> list[str]:
    """Cut a text into sentences, roughly."""
    return [part for line in text.split("\n") for part in _SENTENCE.split(line.strip()) if part]


def lay(told: Sequence[str]) -> str:
    """Lay sentences out as paragraphs of two."""
    return "\n\n".join(" ".join(told[i : i + 2]) for i in range(0, len(told), 2))


def article(row: Json, text: str | None = None, name: str = "", days: int = 0) -> Article:
    """Read a row, or another text in its place, published `days` later."""
    day = date.fromisoformat(row["published"][:10]) + timedelta(days)
    return read_text(
        text if text is not None else row["text"],
        id=name or row["id"],
        published=day.isoformat(),
        outlet=None if name else row["outlet"],
        title=row.get("title"),
        language=row["language"],
    )


def made(maker: Maker, count: int) -> Iterator[Pair]:
    """Yield the pairs that are copies."""
    for number, (kind, change) in enumerate(KINDS.items()):
        for row in maker.rows(count):
            later = article(row, change(maker, row["text"]), f"made-{number}-{row['id']}", 1)
            yield Pair(kind, article(row), later, True)
    for row in maker.rows(count):
        brief = maker.cut(row["text"], maker.random.randint(*BRIEF) / len(row["text"].split()))
        later = article(row, maker.change(brief, 0.2), f"brief-{row['id']}", 1)
        yield Pair("short text, 20 % changed", article(row, brief), later, True)


def unlike(maker: Maker, count: int) -> Iterator[Pair]:
    """Yield the pairs that are no copies."""
    alike = list(most_alike(maker.corpus, 6 * count))
    for one, other in alike:
        yield Pair("most alike", *ordered(one, other), False)
    for one, other in alike[:count]:
        brief = [row | {"text": sentences(row["text"])[0]} for row in (one, other)]
        yield Pair("most alike, their first sentences", *ordered(*brief), False)
    for one in maker.rows(2 * count):
        other = maker.random.choice(
            [r for r in maker.corpus if r["outlet"] == one["outlet"] and r is not one]
        )
        yield Pair("of one outlet", *ordered(one, other), False)
    quoted = [(a, b, text) for a, b in alike for text in [quoting(maker, a, b)] if text]
    for one, other, text in quoted[: 2 * count]:
        yield Pair("the same quotations", article(one), article(other, text, f"quoting-{other['id']}"), False)


def quoting(maker: Maker, one: Json, other: Json) -> str:
    """Put all that the one article quotes into the other, in place of what that quotes; "" where it quotes nothing."""
    said = _QUOTATION.findall(one["text"])
    mine = [s for s in sentences(_QUOTATION.sub("", other["text"])) if len(s.split()) > 3]
    if not said or not mine:
        return ""
    for quotation in said:
        mine.insert(maker.random.randint(1, len(mine)), quotation)
    return lay(mine)


def ordered(one: Json, other: Json) -> tuple[Article, Article]:
    """Read two rows, the earlier first."""
    first, second = sorted((one, other), key=lambda row: (row["published"], row["id"]))
    return article(first), article(second)


def most_alike(corpus: Sequence[Json], count: int) -> Iterator[tuple[Json, Json]]:
    """Yield pairs of articles whose words are most alike by TF-IDF, no article more than three times."""
    text = importlib.import_module(
        "sklearn.feature_extraction.text"
    )  # of the group "train"; a second, and only here
    rows = text.TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform([row["text"] for row in corpus])
    found = (rows @ rows.T).tocoo()
    pairs = sorted(
        (-value, int(i), int(j))
        for i, j, value in zip(found.row, found.col, found.data, strict=True)
        if i < j and value > 0.2
    )
    used: Counter[int] = Counter()
    for _, i, j in pairs:
        if max(used[i], used[j]) < 3:
            used.update((i, j))
            yield corpus[i], corpus[j]
            count -= 1
        if not count:
            return


def main(arguments: list[str]) -> None:
    """Print the tables of each folder."""
    folders = [Path(a) for a in arguments if a != "--short"] or list(FOLDERS)
    for folder in folders:
        source = folder / "articles.jsonl.gz"
        if not missing(source):
            measure(folder.name, read(source), SHORT if "--short" in arguments else PAIRS)


def read(source: Path) -> list[Json]:
    """Load the articles of a corpus."""
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def measure(name: str, corpus: list[Json], count: int) -> None:
    """Print what is found among made pairs, and among the articles of the corpus as they are, with made ones added."""
    maker = Maker(corpus)
    pairs = [*made(maker, count), *unlike(maker, count)]
    results = [(pair.kind, pair.copied, found(pair)) for pair in pairs]
    kinds = list(dict.fromkeys(kind for kind, _, _ in results))
    rows = [row(kind, (r for r in results if r[0] == kind)) for kind in kinds]
    print_table(f"Copies, {name}: made pairs", HEADER, [*rows, row("all", results)])
    print_table(f"Copies, {name}: among all articles", ("what", "figure"), among(corpus, pairs))


def found(pair: Pair) -> bool:
    """See whether a pair is found: by its keys, then by its texts."""
    shared = set(sketch(pair.earlier).keys) & set(sketch(pair.later).keys)
    copy = compare(pair.earlier, pair.later) if len(shared) >= KEYS_SHARED else None
    return copy is not None and copy.article == pair.later.id


def row(name: str, results: Iterable[tuple[str, bool, bool]]) -> tuple[str, ...]:
    """Count what is right."""
    counts = Counter((copied, is_found) for _, copied, is_found in results)
    right, missed, wrong = counts[True, True], counts[True, False], counts[False, True]
    measures = (percent(right, right + wrong), percent(right, right + missed))
    f1 = f"{2 * right / (2 * right + missed + wrong):.3f}" if right else "–"
    sizes = (str(counts.total()), str(right + missed), str(right + wrong))
    return (name, *sizes, *measures, f1)


def among(corpus: list[Json], pairs: list[Pair]) -> Iterator[tuple[str, str]]:
    """Put made copies, one of an article at most, among all articles, and find the copies."""
    real = {r["id"]: article(r) for r in corpus}
    # Texts that were put into another are copies of that one too, and a short one is of an article that is not there.
    fit = (p for p in pairs if p.copied and p.kind in KINDS and "another text" not in p.kind)
    later = {p.earlier.id: p for p in fit}
    started = time.perf_counter()
    result = {copy.article: copy for copy in copies([*real.values(), *(p.later for p in later.values())])}
    seconds = time.perf_counter() - started
    right = sum(p.later.id in result and result[p.later.id].of == p.earlier.id for p in later.values())
    yield "articles, and made copies among them", f"{len(real)}, {len(later)}"
    yield "made copies found, with the right original", percent(right, len(later))
    yield "real articles found to be copies", str(sum(id in real for id in result))
    yield (
        f"milliseconds an article (Python {platform.python_version()})",
        (f"{1000 * seconds / (len(real) + len(later)):.2f}"),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
