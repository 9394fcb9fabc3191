"""Every word that reading knows, of one language, in one table: built once, looked up once for each token.

In: a language's pack and the knowledge files.
Out: the `Lexicon`.

Two kinds of phrases: *words* (function words, titles, triggers), matched without regard to case, and *names*
(states, bodies, people, cities), matched only in the case in which they can be names. A phrase is a tuple of
tokens, so a match can never start or end inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeVar

import msgspec

from kawat.knowledge.holders import holders
from kawat.knowledge.model import City, Holder
from kawat.knowledge.places import places
from kawat.knowledge.states import states
from kawat.packs import section
from kawat.reading.entries import Frame, Frames, Title, Titles
from kawat.reading.pack import Words
from kawat.reading.party_names import PartyRef, party_names
from kawat.reading.phrases import alternatives, inflect, tokens
from kawat.reading.word_classes import classes_of

E = TypeVar("E")


class Trigger(NamedTuple):
    """A word of a frame, in one voice: active, passive, mutual, noun, headline, headline_mutual."""

    frame: Frame
    voice: str
    reason: str


class Word(msgspec.Struct):
    """What a phrase can be, case aside."""

    classes: frozenset[str]
    titles: list[Title]
    triggers: list[Trigger]


class Name(msgspec.Struct):
    """What a phrase can be where it is written as a name."""

    parties: list[PartyRef]
    holders: list[Holder]
    cities: list[City]
    exact: str | None = None  # only ever in this very case
    small: bool = False  # begins with a small letter where it names a body: "milisi Kurdi", "pemberontak"
    plain: bool = False  # such a name without any capital


class Lexicon(msgspec.Struct):
    """All phrases of a language by how they begin: (tokens, entry), longest first."""

    language: str
    words: dict[str, list[tuple[list[str], Word]]]
    longer: dict[str, list[tuple[list[str], Word]]]  # of these, those of several tokens, by the first two
    owned: dict[str, list[tuple[list[str], Word]]]  # titles under a clitic that says whose: "presidennya"
    names: dict[str, list[tuple[list[str], Name]]]
    single_names: frozenset[str]  # one-token names of parties: "AS-Rusia" is split where both sides are such
    single_people: frozenset[str]  # one-token names of office-holders: "Biden-Xi"
    surnames: frozenset[str]  # last words of their names
    single_titles: frozenset[str]  # one-token titles: "Menlu Retno-Menlu Turki"
    pack: Words
    articles: frozenset[str]
    calling: frozenset[str]  # classes of words for allies, and at which a description of a party begins
    days: frozenset[str]  # of the week
    charges: frozenset[str]  # what a ministry is in charge of
    mediating: frozenset[str]  # verbs of who stands between others: "Egyptian-brokered" is split
    impersonal: frozenset[str]  # nouns at which a person's name behind a title ends
    nouns: frozenset[str]  # look like verbs and are none
    verb: re.Pattern[str] | None
    passive: re.Pattern[str] | None
    participle: re.Pattern[str] | None
    gerund: re.Pattern[str] | None


@cache
def lexicon(language: str) -> Lexicon:
    """Build the lexicon of `language` from its pack and the knowledge files; kept for the life of the process."""
    pack = section(language, "words", Words)
    words = _words(language, pack)
    names = _names(language, pack)
    return Lexicon(
        language=language,
        words=_index(words),
        longer=_index(words, by=2),
        owned=_index(_owned(words, pack)),
        names=_index(names),
        single_names=frozenset(k[0] for k, n in names.items() if len(k) == 1 and n.parties),
        single_people=frozenset(k[0] for k, n in names.items() if len(k) == 1 and n.holders),
        surnames=frozenset(k[-1] for k, n in names.items() if n.holders),
        single_titles=frozenset(k[0] for k, w in words.items() if len(k) == 1 and w.titles),
        pack=pack,
        articles=frozenset(pack.name_articles),
        calling=frozenset(f"ally:{code}" for code in pack.allies) | _describing(pack),
        days=frozenset(pack.days),
        charges=frozenset(pack.charges),
        mediating=frozenset(pack.mediating),
        impersonal=frozenset(pack.impersonal),
        nouns=frozenset(pack.nouns),
        verb=_shape(pack.verb_shape),
        passive=_shape(pack.passive_shape),
        participle=_shape(pack.participle_shape),
        gerund=_shape(pack.gerund_shape),
    )


def _words(language: str, pack: Words) -> dict[tuple[str, ...], Word]:
    words: dict[tuple[str, ...], Word] = {}
    for phrase, cls in classes_of(pack):
        _word(words, phrase).classes |= {cls}
    for title in section(language, "titles", Titles).title:
        for phrase in title.words:
            _word(words, phrase).titles.append(title)
    for phrase, trigger in _triggers(language, pack):
        _word(words, phrase).triggers.append(trigger)
    return words


def _owned(words: dict[tuple[str, ...], Word], pack: Words) -> dict[tuple[str, ...], Word]:
    """Return the titles with the clitics that say whose: "menteri luar negerinya"."""
    titles = ((key, word) for key, word in words.items() if word.titles)
    return {(*key[:-1], key[-1] + clitic): word for key, word in titles for clitic in pack.owning}


def _describing(pack: Words) -> frozenset[str]:
    """Return the classes at which a description begins: the article, where adjectives come first; else the noun."""
    first = ("definite",) if pack.adjective_first and pack.epithets else ()
    return frozenset(first or (f"epithet:{kind}" for kind in pack.epithets))


def _shape(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _word(words: dict[tuple[str, ...], Word], phrase: str) -> Word:
    return words.setdefault(tuple(tokens(phrase)), Word(frozenset(), [], []))


def _index(table: dict[tuple[str, ...], E], by: int = 1) -> dict[str, list[tuple[list[str], E]]]:
    """Index phrases by their first word, or by two: hundreds may begin with "to" or "the", few with "to call"."""
    out: dict[str, list[tuple[list[str], E]]] = {}
    for key, entry in sorted(table.items(), key=lambda kv: (-len(kv[0]), kv[0])):
        if len(key) >= by:
            out.setdefault(" ".join(key[:by]), []).append((list(key), entry))
    return out


def _triggers(language: str, pack: Words) -> Iterator[tuple[str, Trigger]]:
    for frame in section(language, "frames", Frames).frame:
        reason = f"{language}/frames/{frame.id}"
        for voice in ("active", "passive", "mutual", "noun", "headline", "headline_mutual"):
            for phrase in chain.from_iterable(map(alternatives, getattr(frame, voice))):
                forms = inflect(phrase, pack) if voice in ("active", "mutual") else (phrase,)
                for form in forms:
                    yield form, Trigger(frame, voice, f"{reason}#{phrase}")


def _names(language: str, pack: Words) -> dict[tuple[str, ...], Name]:
    out: dict[tuple[str, ...], Name] = {}
    for phrase, ref, exact in party_names(language):
        if phrase in pack.no_parties:
            continue
        name = _name(out, phrase)
        if ref.code not in {p.code for p in name.parties}:
            name.parties.append(ref)
        if exact:
            name.exact = phrase
        _note_small(name, phrase, ref, pack)
    for holder in holders():
        for phrase in (holder.person, *holder.aliases):
            _name(out, phrase).holders.append(holder)
    for state in states().values():
        for phrase in state.shared:
            name = _name(out, phrase)
            name.parties.append(PartyRef(state.code, "state", f"knowledge/states:{state.code}", False))
    for phrase, city in _towns(language, pack):
        _name(out, phrase).cities.append(city)
    for key, name in out.items():
        if key[0] in pack.name_articles and not name.parties and key[1:] in out:
            name.parties += out[key[1:]].parties  # "The White House" is a venue, and the seat "White House"
    return out


def _towns(language: str, pack: Words) -> Iterator[tuple[str, City]]:
    for city in places():
        names = city.names.get(language, ()) + city.names.get("en", ())
        yield from ((phrase, city) for phrase in names if phrase not in pack.no_parties)


def _note_small(name: Name, phrase: str, ref: PartyRef, pack: Words) -> None:
    """Note that a body's name begins small; without any capital only a group's does, others are mere words.

    "Negara Teluk" may be one of them, and "koalisi pimpinan Arab Saudi" acts as who leads it.
    """
    first, *rest = phrase.split()
    one = first in pack.name_articles or first in pack.state_forms or bool({*pack.led} & {*rest})
    body = ref.reason.startswith("knowledge/bodies") and not one
    if body and phrase[0].islower() and (phrase != phrase.lower() or (ref.sort == "group" and not ref.weak)):
        name.small, name.plain = True, phrase == phrase.lower()


def _name(names: dict[tuple[str, ...], Name], phrase: str) -> Name:
    return names.setdefault(tuple(tokens(phrase)), Name([], [], []))
