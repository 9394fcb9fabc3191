"""Articles -> copies: whose wording stands, wholly or in part, in which earlier article.

    article ── sketch ──> keys ── shared by two ──> candidates ── share, from both texts ──> copies

**Sketch.** Every run of `SHINGLE` words of the body is hashed, and the `KEYS` least hashes are kept: a sample that
takes the same runs from every article (Broder, "On the resemblance and containment of documents", 1997). It finds a
text within a longer one as well as two of one length, which banded MinHash does not. Only articles that share `SHARED`
keys are compared, and of the holders of a key only the `HOLDERS` first published: the original of a text is among
them.

**Share.** The words of the later article that stand in passages of the earlier one, by both texts. Pairs of words that
both have are seeds; seeds that follow one another at about the same distance in both texts make a passage, so that it
goes on where single words were changed. Names and phrases that anyone writes make no passages. What both set in
quotation marks is what somebody said to both: it does not count as wording of either.

Nothing here knows a language. What is found depends on the set of articles alone, not on their order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from heapq import nsmallest
from itertools import pairwise

import msgspec

from kawat.linking.days import moment
from kawat.linking.model import Copy
from kawat.pages.model import Article
from kawat.text import number

#: Words of a run that is hashed. Of runs of three, 22 % outlast a change of 40 % of the words; of runs of four, 13 %.
SHINGLE = 3
#: Keys of a sketch, and how many of them two articles share at least that are compared.
#: Of the made copies of bench/copies.py that the texts confirm, these find 99.9 %; 64 bands of two MinHashes, 90 %.
KEYS, SHARED = 64, 3
#: Articles that are looked up by one key, the first published first: what an outlet writes under all of its articles
#: brings no more of them than this.
HOLDERS = 20
#: Two seeds belong to one passage if no more than `GAP` words lie between them and their distance in the two texts
#: differs by no more than `DRIFT`: a word or two were put in or left out.
GAP, DRIFT = 10, 2
#: Words that a passage has in common at least. Shorter ones are names, titles and phrases of the trade.
PASSAGE = 7
#: Least share of a copy, and how many words it has in common at least: in short texts, a phrase is a large share.
#: These, `PASSAGE`, `GAP` and `DRIFT` were set on bench/copies.py. A share of 0.2 finds some more of the made copies,
#: but among real articles it finds mostly outlets' own formulas.
SHARE, WORDS = 0.25, 12
#: A copy of several is of the first published whose share is at least this part of the greatest.
NEARLY = 0.7
DAY = 86_400  # seconds
LONGEST = 2**31 - 1  # of delays, in seconds: 68 years, which every database can count to
_TOKEN = re.compile(r"[^\W_]+|[\"“”„«»\n]")
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»\n")


class Sketch(msgspec.Struct, frozen=True):
    """A sample of an article's wording, to find articles that have the same."""

    article: str  # its id
    published: str | None  # ISO 8601; null where the page does not say it
    keys: tuple[int, ...]  # at most `KEYS`, signed 64-bit, ascending


@dataclass(slots=True, frozen=True)
class Wording:
    """The words of an article's body, folded, and which of them stand in quotation marks."""

    id: str
    published: str | None
    words: tuple[str, ...]
    quoted: tuple[bool, ...]

    @property
    def order(self) -> Order:
        """Where it stands in the order of publication."""
        return order(self.published, self.id)


Order = tuple[bool, float, str]


def order(published: str | None, id: str) -> Order:
    """Return the key that sorts articles by publication: unknown ones last, a day without a clock at its start."""
    said = moment(published)
    if said is None:
        return True, 0.0, id
    return False, (said if said.tzinfo else said.replace(tzinfo=UTC)).timestamp(), id


def sketch(article: Article) -> Sketch:
    """Sample an article's wording; an article of fewer words than a shingle has no keys."""
    return _sketch(wording(article))


def _sketch(mine: Wording) -> Sketch:
    runs = {" ".join(run) for run in zip(*(mine.words[i:] for i in range(SHINGLE)), strict=False)}
    return Sketch(mine.id, mine.published, tuple(nsmallest(KEYS, map(number, runs))))


def wording(article: Article) -> Wording:
    """Take the words of an article's body. A quotation that is never closed ends with its paragraph."""
    words: list[str] = []
    quoted: list[bool] = []
    inside = False
    for word in _TOKEN.findall("\n".join(span.of(article.text) for span in article.body).casefold()):
        if word in _CLOSING:
            inside = False
        elif word in _OPENING:
            inside = True
        elif word == '"':
            inside = not inside
        else:
            words.append(word)
            quoted.append(inside)
    said = article.published
    published = said.value if said and not said.inferred else None
    return Wording(article.id, published, tuple(words), tuple(quoted))


def share(later: Wording, earlier: Wording) -> float:
    """Return how much of an article's wording stands in an earlier one, 0..1; 0 where it is too little to tell."""
    own, cited = _common(later, earlier)
    if len(later.words) - len(cited) < WORDS:  # nothing but what somebody said: then this is the wording
        own, cited = own | cited, set()
    if len(own) < WORDS:
        return 0.0
    return len(own) / (len(later.words) - len(cited))


def _common(later: Wording, earlier: Wording) -> tuple[set[int], set[int]]:
    """Return the words of `later`, as indexes, that stand in passages of `earlier`; second, those quoted by both."""
    own: set[int] = set()
    cited: set[int] = set()
    for passage in _passages(later.words, earlier.words):
        at = {i + n: j + n for i, j in passage for n in (0, 1)}
        if len(at) >= PASSAGE:
            for i, j in at.items():
                (cited if later.quoted[i] and earlier.quoted[j] else own).add(i)
    return own, cited - own


def _passages(later: Sequence[str], earlier: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Chain the pairs of words that both texts have, as indexes of their first words, into passages."""
    places: dict[tuple[str, str], list[int]] = {}
    for j, pair in enumerate(pairwise(earlier)):
        places.setdefault(pair, []).append(j)
    passages: list[list[tuple[int, int]]] = []
    running: dict[int, list[tuple[int, int]]] = {}  # the last passage at each distance
    for i, pair in enumerate(pairwise(later)):
        for j in places.get(pair, ()):
            for drift in _DRIFTS:
                passage = running.get(i - j + drift)
                if passage and i - passage[-1][0] <= GAP and j > passage[-1][1]:
                    break
            else:
                passage = []
                passages.append(passage)
            passage.append((i, j))
            running[i - j] = passage
    return passages


_DRIFTS = sorted(range(-DRIFT, DRIFT + 1), key=lambda drift: (abs(drift), drift))  # the nearest first


def compare(one: Article, other: Article) -> Copy | None:
    """Say whether the later of two articles has enough of the wording of the earlier; None if not."""
    earlier, later = sorted((wording(one), wording(other)), key=lambda w: w.order)
    return _compare(earlier, later)


def _compare(earlier: Wording, later: Wording) -> Copy | None:
    common = share(later, earlier) if earlier.id != later.id else 0.0
    if common < SHARE:
        return None
    return Copy(later.id, earlier.id, round(common, 3), _delay(earlier.published, later.published))


def _delay(earlier: str | None, later: str | None) -> int | None:
    """Return the seconds between two publications, in whole days where one of them is a day without a clock."""
    one, other = moment(earlier), moment(later)
    if earlier is None or later is None or one is None or other is None:
        return None
    if "T" in earlier and "T" in later and (one.tzinfo is None) == (other.tzinfo is None):
        delay = int((other - one).total_seconds())
    else:
        delay = (other.date() - one.date()).days * DAY
    return min(max(0, delay), LONGEST)


def copy_of(article: Article, others: Iterable[Article]) -> Copy | None:
    """Say of which of the others an article is a copy; those that were published later are passed over.

    Give all that share `SHARED` keys with it. An article that is added can make a copy of each of its neighbours, and
    become the original of those that are copies of another: ask again for each that was published after it.
    """
    return _original(wording(article), map(wording, others))


def _original(mine: Wording, others: Iterable[Wording]) -> Copy | None:
    earlier = sorted((w for w in others if w.order < mine.order), key=lambda w: w.order)
    found = [copy for w in earlier if (copy := _compare(w, mine))]
    most = max((copy.share for copy in found), default=0.0)
    return next((copy for copy in found if copy.share >= NEARLY * most), None)


def copies(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """Find the copies among articles: at most one entry an article, by id. Of articles of one id, one is taken."""
    distinct = {a.id: a for a in sorted(articles, key=lambda a: (a.id, a.digest))}
    known = {a.id: wording(a) for a in distinct.values()}
    near = neighbours(map(_sketch, known.values()))
    found = (_original(known[id], [known[other] for other in others]) for id, others in near)
    return tuple(sorted((copy for copy in found if copy), key=lambda copy: copy.article))


def neighbours(sketches: Iterable[Sketch]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each article, by publication, with those published before it that share `SHARED` keys with it."""
    holders: dict[int, list[str]] = {}
    for mine in sorted(sketches, key=lambda s: order(s.published, s.article)):
        shared = Counter(id for key in mine.keys for id in holders.get(key, ()))
        yield mine.article, tuple(sorted(id for id, count in shared.items() if count >= SHARED))
        for key in mine.keys:
            if len(held := holders.setdefault(key, [])) < HOLDERS:
                held.append(mine.article)
