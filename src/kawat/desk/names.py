"""Names of states, bodies and groups: from code to the name shown, from what a user types to code."""

from __future__ import annotations

import unicodedata
from functools import cache

from kawat.desk.clean import line
from kawat.errors import UsageError
from kawat.knowledge.bodies import bodies
from kawat.knowledge.model import Body, City, State
from kawat.knowledge.places import places
from kawat.knowledge.states import states


def country_name(code: str, language: str) -> str:
    """Return the usual name of a state, body or group in `language`; an unknown code stands for itself."""
    known = _known().get(code)
    names = known.names.get(language) or known.names["en"] if known else ()
    return names[0] if names else line(code)


@cache
def party_names(language: str) -> tuple[tuple[str, str], ...]:
    """Return code and usual name of every state, body and group, by name."""
    names = ((code, country_name(code, language)) for code in _known())
    return tuple(sorted(names, key=lambda pair: (_fold(pair[1]), pair[0])))


def place_name(name: str, language: str, country: str | None = None) -> str:
    """Return the name of a place in `language`, if known (one in `country` first), else as it stands."""
    folded = _fold(name)
    code = _codes().get(folded)
    if code in states() and folded != _fold(code):
        return country_name(code, language)
    known = _places().get(folded, ())
    place = next((p for p in known if p.country == country), known[0] if known else None)
    return place.names[language][0] if place and place.names.get(language) else line(name)


@cache
def _places() -> dict[str, list[City]]:
    """Map every folded name to the places that bear it, the largest first."""
    found: dict[str, list[City]] = {}
    for place in sorted(places(), key=lambda p: -p.population):
        for name in {_fold(name) for names in place.names.values() for name in names}:
            found.setdefault(name, []).append(place)
    return found


def country_code(name: str) -> str:
    """Return the code that `name` stands for: a code, or a name in any language, in any case.

    Raises:
        UsageError: nothing is called so; the message offers names that begin alike.
    """
    known = _codes()
    folded = _fold(name)
    if folded in known:
        return known[folded]
    alike = sorted({n for n in known if n.startswith(folded[:3])} if len(folded) > 2 else ())[:6]
    hint = f"; did you mean {', '.join(alike)}?" if alike else ""
    raise UsageError(
        f"no state or body is called {line(name)!r}{hint}",
        code="no_state",
        value=name,
        alike=", ".join(alike) or "?",
    )


def coded(field: str, value: str) -> str:
    """Put codes for the names of states and bodies in a value that was typed.

    Raises:
        UsageError: nothing is called so.
    """
    if field == "type":
        return value.upper()
    if value.strip() in ("", "-"):
        return value
    if field == "place":
        name, slash, country = value.partition("/")
        return f"{name}/{country_code(country)}" if slash and country.strip() else value
    if field in ("actors", "recipients"):
        given = (part.partition(":") for part in value.split(";") if part.strip())
        return "; ".join(f"{country_code(name)}{colon}{person}" for name, colon, person in given)
    return value


@cache
def _known() -> dict[str, State | Body]:
    return {**bodies(), **states()}


@cache
def _codes() -> dict[str, str]:
    """Map every folded code and name to its code; codes go before names, usual names before other ones."""
    known = _known()
    found = {_fold(code): code for code in known}
    for first in (True, False):
        for code, entry in known.items():
            for names in entry.names.values():
                for name in names[:1] if first else names[1:]:
                    found.setdefault(_fold(name), code)
    return found


def _fold(name: str) -> str:
    """Reduce a name to what counts: no case, no accents, single blanks."""
    plain = unicodedata.normalize("NFKD", name.replace("_", " ").casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
