"""The parameters that choose events: the same names as in the addresses of pages, made of the table of filters."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import Annotated, Any, Literal, TypeAlias
from urllib.parse import parse_qsl

from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.exceptions import ValidationException
from litestar.handlers import BaseRouteHandler
from litestar.params import QueryParameter

from kawat.desk import address
from kawat.desk.clean import clip, line
from kawat.desk.filters import BY_NAME, FILTERS, LONGEST, Form, Question
from kawat.record.model import Filter

_LAST = r"(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|(0[13578]|1[02])-(29|30|31)|(0[469]|11)-(29|30)"
_DAY = rf"^[0-9]{{4}}(-({_LAST}))?$"
_TEXT: dict[str, object] = {"min_length": 1, "max_length": LONGEST}
#: What values of a form are to a program, and their bounds.
_KINDS: dict[Form, tuple[Any, dict[str, object]]] = {
    "choice": (str, {}),  # see `_annotated`
    "parties": (list[str], {"max_items": 4}),
    "party": (str, _TEXT),
    "text": (str, _TEXT),
    "day": (str, {"pattern": _DAY}),
    "number": (int, {"gt": -1, "le": 10_000}),
    "truth": (bool, {}),
}
_CHOICE: Any = Literal


def _said(text: str, **limits: object) -> QueryParameter:
    return QueryParameter(description=text, **limits)  # type: ignore[arg-type]


Language = Annotated[Literal["en", "id"] | None, _said("Language of words; otherwise as the request accepts")]
Size = Annotated[int, _said("At most so many", ge=1, le=200)]
After = Annotated[str | None, _said("Where the page begins: from `next` of the page before", **_TEXT)]
Order = Annotated[Literal["newest", "oldest", "reported", "sources", "confidence"], _said("Which come first")]


def chosen(**given: Any) -> Filter:
    """Make the filter of a request.

    Raises:
        UsageError: a value cannot be.
    """
    told = [(name, value) for name, value in given.items() if value not in (None, [])]
    pairs = [(name, each) for name, value in told for each in (value if isinstance(value, list) else [value])]
    return address.filter_of((name, str(value)) for name, value in pairs)


def _annotated(question: Question) -> Any:
    kind, bounds = _KINDS[question.form]
    kind = _CHOICE[question.choices] if question.choices else kind
    return Annotated[kind | None, _said(question.told, **bounds)]


# The framework reads the parameters of a request from these.
chosen.__annotations__ = {each.name: _annotated(each) for each in FILTERS} | {"return": Filter}
chosen.__signature__ = Signature(  # type: ignore[attr-defined]
    [
        Parameter(
            each.name, Parameter.KEYWORD_ONLY, default=None, annotation=chosen.__annotations__[each.name]
        )
        for each in FILTERS
    ],
    return_annotation=Filter,
)

#: Parameters that are no text: "null" is no value of theirs, though the framework takes it for none given.
_NO_TEXT = {each.name for each in FILTERS if each.form in ("choice", "number", "truth")} | {
    "standing",
    "lang",
}


async def plain(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """See that a request says only what its route knows, each once, and says something by it.

    Raises:
        ValidationException: it does not.
    """
    query = parse_qsl(connection.scope["query_string"].decode("latin-1"), keep_blank_values=True)
    known, given = parameters_of(handler), [name for name, _ in query]
    for name, value in query:
        if name not in known:
            there = f"there are {', '.join(sorted(known))}" if known else "it has none"
            raise ValidationException(f"{clip(line(name), 40)}: no parameter of this route; {there}")
        if name != "between" and given.count(name) > 1:
            raise ValidationException(f"{name}: give it once")
        if name in _NO_TEXT and value.lower() == "null":
            raise ValidationException(f"{name}: null is no value; leave it out")


def parameters_of(handler: BaseRouteHandler) -> set[str]:
    """Return the names that a route knows in the query of its address."""
    own = handler.parsed_fn_signature.parameters
    found = {name for name, field in own.items() if isinstance(field.kwarg_definition, QueryParameter)}
    return found | (set(BY_NAME) if "chosen" in own else set())


#: What a route takes as its `chosen`.
Chosen: TypeAlias = NamedDependency[Filter]
