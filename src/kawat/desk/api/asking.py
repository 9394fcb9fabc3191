"""The parameters that choose events: the same names as in the addresses of pages."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias
from urllib.parse import parse_qsl

from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.exceptions import ValidationException
from litestar.handlers import BaseRouteHandler
from litestar.params import QueryParameter

from kawat.desk import address
from kawat.reading.model import EventType, Mode, Quad, Status
from kawat.record.model import Filter, Kind

_LAST = r"(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|(0[13578]|1[02])-(29|30|31)|(0[469]|11)-(29|30)"
_DAY = rf"^[0-9]{{4}}(-({_LAST}))?$"
_TEXT = {"min_length": 1, "max_length": 200}


def _said(text: str, **limits: object) -> QueryParameter:
    return QueryParameter(description=text, **limits)  # type: ignore[arg-type]


Party = Annotated[str | None, _said("Code or name of a state, body or group that takes part", **_TEXT)]
Parties = Annotated[list[str] | None, _said("Codes or names; all of them take part", max_items=4)]
Language = Annotated[Literal["en", "id"] | None, _said("Language of words; otherwise as the request accepts")]
Size = Annotated[int, _said("At most so many", ge=1, le=200)]
After = Annotated[str | None, _said("Where the page begins: from `next` of the page before", **_TEXT)]
Order = Annotated[Literal["newest", "oldest", "reported", "sources", "confidence"], _said("Which come first")]


def chosen(  # noqa: PLR0917 - the framework reads the parameters of a request from these
    kind: Annotated[Kind | None, _said("Contacts (CONSULT), or acts (all other types)")] = None,
    between: Parties = None,
    party: Party = None,
    person: Annotated[str | None, _said("Part of a person's name", **_TEXT)] = None,
    since: Annotated[str | None, _said("First day, month or year", pattern=_DAY)] = None,
    until: Annotated[str | None, _said("Last day, month or year", pattern=_DAY)] = None,
    status: Annotated[Status | None, _said("What is believed of it")] = None,
    type: Annotated[EventType | None, _said("PLOVER type")] = None,
    mode: Annotated[Mode | None, _said("Channel of a contact")] = None,
    quad: Annotated[Quad | None, _said("PLOVER quad class")] = None,
    place: Annotated[str | None, _said("Part of the place's name, or a country's code", **_TEXT)] = None,
    outlet: Annotated[str | None, _said("Outlet or agency that tells of it", **_TEXT)] = None,
    sources: Annotated[int | None, _said("At least so many independent sources", gt=-1, le=10_000)] = None,
    text: Annotated[str | None, _said("Words that an article of it holds", **_TEXT)] = None,
    contested: Annotated[bool | None, _said("Whether sources contradict each other")] = None,
    confirmed: Annotated[bool | None, _said("Whether a person has confirmed it")] = None,
    story: Annotated[str | None, _said("Id of a story whose articles tell it", **_TEXT)] = None,
) -> Filter:
    """Make the filter of a request.

    Raises:
        UsageError: a value cannot be.
    """
    told = [(name, value) for name, value in locals().items() if value not in (None, [])]
    pairs = [(name, each) for name, value in told for each in (value if isinstance(value, list) else [value])]
    return address.filter_of((name, str(value)) for name, value in pairs)


#: Parameters that are no text: "null" is no value of theirs, though the framework takes it for none given.
_NO_TEXT = frozenset(
    {"kind", "status", "type", "mode", "quad", "sources", "contested", "confirmed", "standing", "lang"}
)
_ONCE = frozenset({*address.NAMES} - {"between"}) | {
    "order", "after", "size", "standing", "persons", "format", "title", "limit", "raw", "lang", "q", "id",
    "start", "before",
}  # fmt: skip


async def plain(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """See that a request says each of its parameters once, and says something by it.

    Raises:
        ValidationException: it does not.
    """
    query = parse_qsl(connection.scope["query_string"].decode("latin-1"), keep_blank_values=True)
    given = [name for name, _ in query]
    for name, value in query:
        if name in _ONCE and given.count(name) > 1:
            raise ValidationException(f"{name}: give it once")
        if name in _NO_TEXT and value.lower() == "null":
            raise ValidationException(f"{name}: null is no value; leave it out")


#: What a route takes as its `chosen`.
Chosen: TypeAlias = NamedDependency[Filter]
