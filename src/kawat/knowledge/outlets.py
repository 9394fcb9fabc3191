"""Outlets and news agencies: who a name or a domain of a page stands for.

lookup("KONTAN.CO.ID").name  -> "Kontan"
of_host("news.detik.com")    -> the outlet of the longest known domain that the host ends in
longest(words)               -> the outlet named by the first words, and by how many of them
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from kawat.errors import KnowledgeError

FILE = Path(__file__).parent / "data" / "outlets.toml"
#: No name in the file has more words than this.
MOST_WORDS = 6
#: Acronyms of no more letters are names only in capitals.
ACRONYM = 3
_NOT_NAME = re.compile(r"[\W_]+")


class Outlet(msgspec.Struct, frozen=True):
    """One publisher of news, by its usual name."""

    name: str
    country: str  # ISO 3166 alpha-3 of its seat
    agency: bool = False
    institution: bool = False  # publishes what it says itself: a government, no press
    voice: str | None = None  # the office whose holder says "I" on its pages
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    outlet: tuple[Outlet, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """Return all outlets of the file, in its order.

    Raises:
        KnowledgeError: the file is no TOML, lacks a field, or gives one name or domain to two outlets.
    """
    try:
        found = msgspec.convert(tomllib.loads(FILE.read_text(encoding="utf-8")), _File).outlet
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as e:
        raise KnowledgeError(f"{FILE.name}: {e}; each [[outlet]] needs name and country") from e
    _index(found)
    return found


def key(name: str) -> str:
    """Reduce a name to what counts: case, spaces, punctuation and a leading "The" or "www." do not."""
    plain = _NOT_NAME.sub("", name.casefold().removeprefix("www.").removeprefix("the "))
    return plain or name


def _index(found: tuple[Outlet, ...]) -> dict[str, Outlet]:
    index: dict[str, Outlet] = {}
    for outlet in found:
        for name in (outlet.name, *outlet.aliases, *outlet.domains):
            other = index.setdefault(key(name), outlet)
            if other is not outlet:
                raise KnowledgeError(
                    f"{FILE.name}: {name!r} stands for {other.name} and for {outlet.name}; remove one"
                )
    return index


@cache
def _names() -> dict[str, Outlet]:
    return _index(outlets())


@cache
def _strict() -> dict[str, str]:
    """Return the names that are another word in other dress: "ANI" is no Ani, "The Australian" not Australian.

    By key; the value is "capitals" or "article", which the name must then be written with.
    """
    forms: dict[str, list[str]] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases, *outlet.domains):
            forms.setdefault(key(name), []).append(name)
    found = {}
    for folded, names in forms.items():
        if len(folded) <= ACRONYM and all(n.isupper() for n in names):
            found[folded] = "capitals"
        elif all(n.startswith("The ") and n.count(" ") == 1 for n in names):
            found[folded] = "article"
    return found


@lru_cache(maxsize=4096)
def lookup(name: str) -> Outlet | None:
    """Return the outlet of a name, alias or domain, or None where it is unknown.

    Case, spaces and punctuation do not count, but for acronyms of up to `ACRONYM` letters ("ANI") and for
    names of one word after an article ("The Australian"), which are other words without.
    """
    folded = key(name) if name else ""
    outlet = _names().get(folded)
    if outlet is None:
        return None
    dress = _strict().get(folded)
    if dress == "capitals" and not name.isupper():
        return None
    return None if dress == "article" and not name.casefold().startswith("the ") else outlet


def usual(name: str) -> str:
    """Return the usual name, or the name as written where the outlet is unknown."""
    outlet = lookup(name)
    return outlet.name if outlet else name


def of_host(host: str) -> Outlet | None:
    """Return the outlet of the longest known domain that `host` ends in."""
    labels = host.casefold().rstrip(".").split(".")
    for first in range(len(labels) - 1):
        domain = ".".join(labels[first:])
        outlet = lookup(domain)
        if outlet and domain in outlet.domains:
            return outlet
    return None


@cache
def first_words() -> frozenset[str]:
    """Return the first words of all names, as `key` writes them: what a name in a text must begin with."""
    names = (n for o in outlets() for n in (o.name, *o.aliases, *o.domains))
    return frozenset(key(w) for n in names for w in (n.split(" ")[0], n.removeprefix("The ").split(" ")[0]))


def longest(words: Sequence[str]) -> tuple[Outlet, int] | None:
    """Return the outlet that the most of the first words name, and how many these are."""
    for count in range(min(len(words), MOST_WORDS), 0, -1):
        outlet = lookup(" ".join(words[:count]))
        if outlet:
            return outlet, count
    return None
