"""Says an event in a sentence of one screen language, from the templates of ``words/<language>.toml``.

Blanks of a sentence template: ``sides`` (one or both sides), ``held`` and ``base`` (the verb), ``noun`` (the
contact), ``be`` (is, are), ``to`` (the addressee), ``where``, ``when``, ``how_long``, ``who_says`` (each with
its own leading blank, or nothing). What a page says is only ever filled in, never read as a template.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kawat.desk.clean import line
from kawat.desk.names import country_name, place_name
from kawat.desk.words import Words
from kawat.linking.model import Event
from kawat.reading.model import MUTUAL, Figure, Party, Place, Report

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)([YMWD]))?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?)?")


def sentence(event: Event, words: Words, reports: Sequence[Report] = ()) -> str:
    """Tell `event` in one sentence; `reports` (its own) add "more than" to a duration that they all hedge."""
    parts = {
        "where": _where(event.place, words),
        "when": when(event.date, words),
        "how_long": how_long(event, words, reports),
        "who_says": who_says(event, words),
    }
    text = _contact(event, words, parts) if event.type == "CONSULT" else _act(event, words, parts)
    return line(text[:1].upper() + text[1:])


def _where(place: Place | None, words: Words) -> str:
    if place is None:
        return ""
    name = place_name(place.name, words.language, place.country)
    states = {country_name(code, words.language) for code in words.article_countries}
    return words.where.format(
        place=_with_article(name, name in states or name in words.article_places, words)
    )


def _with_article(name: str, takes_one: bool, words: Words) -> str:
    """Put the article before a name that takes one and has none yet."""
    has_one = name.lower().startswith(words.article_word)
    return words.article_word + name if takes_one and not has_one else name


def _contact(event: Event, words: Words, parts: dict[str, str]) -> str:
    parties = distinct((*event.actors, *event.recipients))
    mode = words.contacts[event.mode or "unspecified"]
    templates = words.contact_sentence if len(parties) > 1 else words.lone_sentence
    names = side(parties, words)
    verbs = {"held": mode.held, "base": mode.base, "noun": mode.noun, "be": _be(parties, words)}
    return templates[event.status].format(sides=names, **verbs, **parts)


def _act(event: Event, words: Words, parts: dict[str, str]) -> str:
    act = words.acts[event.type]
    actors, recipients = distinct(event.actors), distinct(event.recipients)
    addressee = side(recipients, words) if recipients else ""
    if recipients and _keys(actors) == _keys(recipients):
        addressee = words.each_other if len(actors) > 1 else words.own_side
    to = act.to.format(recipients=addressee) if addressee else ""
    verbs = {"held": act.held, "base": act.base, "be": _be(actors, words)}
    return words.act_sentence[event.status].format(sides=side(actors, words), to=to, **verbs, **parts)


def _be(parties: Sequence[Party], words: Words) -> str:
    return words.be_many if len(parties) > 1 else words.be_one


def _keys(parties: Sequence[Party]) -> set[tuple[str, str | None]]:
    return {(p.country, p.person) for p in parties}


def distinct(parties: Sequence[Party]) -> list[Party]:
    """Drop repeated parties, and a state that stands beside a person who acts for it."""
    persons = {p.country for p in parties if p.person}
    seen: dict[tuple[str, str | None], Party] = {}
    for party in parties:
        if party.person or party.country not in persons:
            seen.setdefault((party.country, party.person), party)
    return list(seen.values())


def side(parties: Sequence[Party], words: Words) -> str:
    """Name parties in a row: "A", "A and B", "A, B, and C"."""
    return join([party_name(p, words) for p in parties], words) if parties else words.unknown_side


def join(names: Sequence[str], words: Words) -> str:
    """Join names as the language does."""
    if len(names) < 3:
        return names[0] if len(names) == 1 else words.pair.format(first=names[0], last=names[1])
    return ", ".join(names[:-1]) + words.last + names[-1]


def party_name(party: Party, words: Words) -> str:
    """Name a party: office, state and person, as far as they are known."""
    country = country_name(party.country, words.language)
    country = _with_article(country, party.country in words.article_countries, words)
    if party.person is None:
        return country
    country = words.short_names.get(party.country, country)
    office = office_name(party, words)
    template = words.person_office if office else words.person
    return template.format(office=office, country=country, person=line(party.person))


def office_name(party: Party, words: Words) -> str:
    """Name the office of a party as its state does ("Kanselir"); nothing where there is no usual word."""
    own = words.office_of.get(party.country, {})
    return own.get(party.office or "") or words.offices.get(party.office or "", "")


def short_name(party: Party, words: Words) -> str:
    """Name a party in a cell: "Joko Widodo (IDN)", "Indonesia"."""
    if party.person:
        return f"{line(party.person)} ({line(party.country)})"
    return country_name(party.country, words.language)


def sides(event: Event, words: Words) -> str:
    """Name both sides in a cell: "A – B" where the order does not matter, else "A → B"."""
    actors, recipients = distinct(event.actors), distinct(event.recipients)
    told = [", ".join(short_name(p, words) for p in parties) for parties in (actors, recipients) if parties]
    return (" – " if event.type in MUTUAL else " → " if actors else "→ ").join(told) or words.unknown_side


def when(edtf: str | None, words: Words) -> str:
    """Say a date with its preposition: " on 7 December 2021", " from … to …"; nothing where there is none."""
    if not edtf:
        return ""
    first, slash, last = edtf.partition("/")
    if slash:
        if not (_DAY.match(first) and _DAY.match(last)):
            return words.on_day.format(date=line(edtf))
        return words.from_to.format(first=_opening(first, last, words), last=date_words(last, words))
    template = {1: words.in_year, 2: words.in_month}.get(first.count("-") + 1, words.on_day)
    return template.format(date=date_words(first, words))


def date_words(edtf: str, words: Words) -> str:
    """Say a day, month or year in words; anything else of EDTF as it stands."""
    match = _DAY.fullmatch(edtf.rstrip("?~%"))
    if match is None:
        first, slash, last = edtf.partition("/")
        return f"{_opening(first, last, words)} – {date_words(last, words)}" if slash else line(edtf)
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= 12:
        return line(edtf)
    fields = (str(int(day)) if day else "", words.months[int(month) - 1] if month else "", year)
    said = " ".join(field for field in fields if field)
    return words.about.format(date=said) if edtf != match[0] else said


def _opening(first: str, last: str, words: Words) -> str:
    """Say the first date of two without the month and year that the last one says too: "6" (to 8 May 2016)."""
    said, ends = date_words(first, words).split(), date_words(last, words).split()
    while len(said) > 1 and len(ends) > 1 and said[-1] == ends[-1]:
        said.pop()
        ends.pop()
    return " ".join(said)


def how_long(event: Event, words: Words, reports: Sequence[Report]) -> str:
    """Say how long it took: " for two hours"."""
    said = duration_words(event.duration, words) if event.duration else ""
    if not said:
        return ""
    hedges = {r.duration_relation for r in reports if r.duration == event.duration}
    if len(hedges) == 1:
        said = hedged(said, hedges.pop(), words)
    return words.how_long.format(duration=said)


def hedged(number: str, relation: str | None, words: Words) -> str:
    """Put "more than" or the like before a number."""
    return words.relations.get(relation or "", "{number}").format(number=number)


def duration_words(duration: str, words: Words) -> str:
    """Say an ISO 8601 duration in words ("one hour 30 minutes"); as it stands where it is another kind."""
    match = _DURATION.fullmatch(duration)
    if match is None or not any(match.groups()):
        return line(duration)
    amount, unit, hours, minutes = match.groups()
    parts = [(amount, "MONTH" if unit == "M" else unit), (hours, "H"), (minutes, "M")]
    return " ".join(_count(float(n), words.units[u], words) for n, u in parts if n and u)


def _count(amount: float, unit: tuple[str, str], words: Words) -> str:
    whole = amount.is_integer() and 0 <= amount < len(words.numbers)
    said = words.numbers[int(amount)] if whole else number_words(amount, words)
    return f"{said} {unit[0] if amount == 1 else unit[1]}"


def number_words(value: float, words: Words) -> str:
    """Write a number with the language's own marks: 100.000 or 100,000."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
    return text.translate(str.maketrans(",.", words.thousands + words.decimal))


def figure_words(figure: Figure, words: Words) -> str:
    """Say a figure: "more than 100,000 troops", "2 USD"."""
    number = hedged(number_words(figure.value, words), figure.relation, words)
    what = words.figures.get(figure.what, line(figure.what))
    return f"{number} {line(figure.unit) if figure.unit else what}"


def who_says(event: Event, words: Words) -> str:
    """Say on whose word the event stands; nothing where the articles speak for themselves."""
    names = [f"“{line(name)}”" for name in event.attributed_to if line(name)]
    return words.who_says.format(speakers=join(names, words)) if names else ""


def kind(event: Event, words: Words) -> str:
    """Name the type, for a contact its form too: "contact: phone call"."""
    if event.type == "CONSULT" and event.mode:
        return words.contacts[event.mode].name
    return words.acts[event.type].name


def first_said(event: Event) -> str | None:
    """Return when an event was first reported (ISO 8601), None where no article says its day."""
    return min((witness.first for witness in event.sources if witness.first), default=None)
