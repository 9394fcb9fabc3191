"""What the packs know about pages: the words of page furniture, photo credits, and credits of the source.

A page's furniture is not bound to the language of its text (an Indonesian page says "ADVERTISEMENT"): the
rules for lines use the words of all packs together. Only the function words that tell a language stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import msgspec

from kawat.packs import extends, languages, section
from kawat.pages.model import Role


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words that give a line its role. All are compared by `fold`."""

    labels: tuple[str, ...] = ()  # before a colon: "Editor: X"
    names: tuple[str, ...] = ()  # before a person's name, without a colon: "By X"
    sections: tuple[str, ...] = ()  # a line by itself, which gives its role to the headlines below it
    exact: tuple[str, ...] = ()  # a line by itself
    starts: tuple[str, ...] = ()  # how a line begins
    contains: tuple[str, ...] = ()  # anywhere in a line that is no paragraph
    together: tuple[str, ...] = ()  # beginnings of words of a notice, all of which it holds, in any order
    inline: tuple[str, ...] = ()  # within a paragraph, where what it begins or is ends, too
    updated: tuple[str, ...] = ()  # stamp labels of a later change
    words: tuple[str, ...] = ()  # words of a ticker


class Headlines(msgspec.Struct, frozen=True):
    """Words that part headlines with capitals from the sentence behind them."""

    small: tuple[str, ...] = ()  # small within a headline: "di", "of"
    openers: tuple[str, ...] = ()  # in a capital they begin a sentence: "Namun", "The"


class Sections(msgspec.Struct, frozen=True):
    """Labels of what readers say; nothing below them is the story."""

    sections: tuple[str, ...] = ()


class Photo(msgspec.Struct, frozen=True):
    """Words of a photo credit besides the names of agencies."""

    words: tuple[str, ...] = ()


class Paging(msgspec.Struct, frozen=True):
    """Words of "page 1 of 3" and "next"."""

    of: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


class Credits(msgspec.Struct, frozen=True):
    """Words around the name of the agency or outlet that a report was taken from."""

    relay: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()  # what joins two names
    relative: tuple[str, ...] = ()  # "AFP, which quotes X": X is the agency's source, not the page's
    lines: tuple[str, ...] = ()  # words of a line that names agencies and says nothing else: "With AFP"


class Naming(msgspec.Struct, frozen=True):
    """Words before the page's own name, and words of names that are regions rather."""

    sure: tuple[str, ...] = ()  # they prove the name: "telah tayang di"
    before: tuple[str, ...] = ()  # they confirm it: "more on", "©"
    regional: tuple[str, ...] = ()


class PagesPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The section `pages` of a language pack."""

    markers: tuple[str, ...]
    roles: dict[Role, Words]
    future: tuple[str, ...] = ()
    comments: Sections = Sections()
    photo: Photo = Photo()
    paging: Paging = Paging()
    credits: Credits = Credits()
    outlet: Naming = Naming()
    headlines: Headlines = Headlines()


def pack(language: str) -> PagesPack:
    """Load the section `pages` of one language."""
    found: PagesPack = section(language, "pages", PagesPack)
    return found


@cache
def packs() -> tuple[tuple[str, PagesPack], ...]:
    """Load the section `pages` of all languages, with their codes, sorted."""
    return tuple((language, pack(language)) for language in languages())


@cache
def tried(language: str) -> tuple[str, ...]:
    """Return the languages that a stamp may be in, best first: the page's own, then those that extend no other."""
    return tuple(dict.fromkeys((language, *(code for code, _ in packs() if extends(code) is None))))


def fold(words: str) -> str:
    """Reduce words to what rules compare: no case, one space for each gap, no punctuation at the ends."""
    folded = " ".join(words.replace("_", " ").split()).casefold()
    first, last = 0, len(folded)
    while first < last and not folded[first].isalnum():
        first += 1
    while last > first and not folded[last - 1].isalnum():
        last -= 1
    return folded[first:last]


def each(pick: Callable[[PagesPack], Iterable[str]]) -> tuple[str, ...]:
    """Return what `pick` takes from all packs, longest first so that an alternation prefers the longest."""
    return tuple(sorted({w for _, p in packs() for w in pick(p)}, key=lambda w: (-len(w), w)))


def role_words() -> Iterator[tuple[str, Role, Words]]:
    """Yield (language, role, its words), over all packs; what a pack has from another only in that one's name."""
    for language, each_pack in packs():
        base = extends(language)
        theirs = pack(base).roles if base else {}
        for role, words in each_pack.roles.items():
            yield language, role, _without(words, theirs.get(role, Words()))


def _without(words: Words, theirs: Words) -> Words:
    fields = {
        f: tuple(w for w in getattr(words, f) if w not in getattr(theirs, f)) for f in Words.__struct_fields__
    }
    return Words(**fields)


def alternation(words: Iterable[str]) -> str:
    """Write words as a regular expression; a space is any short run of spaces; no words match nothing."""
    written = [re.escape(w).replace(r"\ ", r"[\s_]{1,3}") for w in sorted(words, key=lambda w: (-len(w), w))]
    return "|".join(written) if written else r"(?!)"
