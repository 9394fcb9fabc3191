"""What every page is made with: the record, who asks, in which language, and how to answer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import parse_qsl, urlencode

from litestar import MediaType, Request, Response
from litestar.datastructures import Cookie
from litestar.di import NamedDependency

from kawat.desk import address, words
from kawat.desk.clean import clip, line
from kawat.desk.filters import NAMES
from kawat.desk.web.options import ServeOptions
from kawat.desk.web.persons import NOBODY, Person
from kawat.desk.web.templating import environment
from kawat.errors import UsageError
from kawat.record import Record

if TYPE_CHECKING:
    from kawat.record.model import Filter

_YEAR = 365 * 24 * 3600
_NAME, _TOLD = 40, 5  # characters of a name that is not known, and how many are told


class AtDesk:
    """One request at the desk. Routes get it as `desk`; see `app.provide_desk`."""

    def __init__(self, request: Request[Any, Any, Any], record: Record, options: ServeOptions) -> None:
        self.request = request
        self.record = record
        self.options = options
        self.query = parse_qsl(request.scope["query_string"].decode("latin-1"))
        self._read: set[str] = set()  # names of the address that were asked for
        self.language = _language(self, request)
        self.words = words.words(self.language)
        self.says = words.area("web", self.language)
        self.today = options.today or datetime.date.today().isoformat()

    @property
    def person(self) -> Person:
        """Who asks."""
        found = self.request.scope.get("user")
        return found if isinstance(found, Person) else NOBODY

    def asked(self, name: str) -> str:
        """Return the last value that the address gives to `name`, "" where it gives none."""
        self._read.add(name)
        return next((value.strip() for key, value in reversed(self.query) if key == name), "")

    def wanted(self) -> Filter:
        """Return the filter of the address.

        Raises:
            UsageError: a value cannot be.
        """
        self._read.update(NAMES)
        return address.filter_of(self.query)

    def unread(self) -> list[str]:
        """Return the names in the address that nothing here goes by, for a notice: some of the first, cut short."""
        found = dict.fromkeys(name for name, _ in self.query if name not in self._read)
        return [clip(line(name), _NAME) for name in list(found)[:_TOLD]]

    def all_read(self) -> None:
        """See that the address asks for nothing that nothing here goes by: a file could not say so.

        Raises:
            UsageError: it does.
        """
        if unread := self.unread():
            raise UsageError(
                f"{', '.join(unread)}: no filter is called so; leave it out",
                code="no_filter",
                name=", ".join(unread),
            )

    def here(self, **changed: str | None) -> str:
        """Return this address with some names set anew, or, where None, left out."""
        kept = [(name, value) for name, value in self.query if name not in changed]
        query = urlencode(kept + [(name, value) for name, value in changed.items() if value is not None])
        return self.request.url.path + ("?" + query if query else "")

    def area(self, name: str) -> dict[str, str]:
        """Return what one part of the desk says, in the language of the screen."""
        return words.area(name, self.language)

    def signature(self, written: str) -> str:
        """Return who signs: who is logged in; where nobody has to be, whom they wrote down, or `--by` names."""
        if self.person.via != "local":
            return self.person.name
        return written or self.person.name or self.options.by

    def page(self, template: str, *, status: int = 200, **blanks: Any) -> Response[str]:
        """Fill a template; every one knows `desk`, `words`, `says`, `person`, `today`, `path` and `unread`."""
        given: dict[str, Any] = {"desk": self, "words": self.words, "says": self.says, "person": self.person}
        path = self.request.url.path
        given |= {"today": self.today, "path": path, "unread": self.unread() if status == 200 else []}
        html = environment().get_template(template).render(**given, **blanks)
        return Response(html, media_type=MediaType.HTML, status_code=status, cookies=self._cookies())

    def _cookies(self) -> Sequence[Cookie]:
        """Keep the language that the address asks for."""
        if not self.asked("lang"):
            return ()
        secure = self.options.secure
        return (
            Cookie("lang", value=self.language, max_age=_YEAR, samesite="lax", httponly=True, secure=secure),
        )


#: What a route takes as its `desk`.
Desk: TypeAlias = NamedDependency[AtDesk]


def _language(desk: AtDesk, request: Request[Any, Any, Any]) -> str:
    """Choose the language: of the address, as kept, as served, as the browser asks, else English."""
    accepted = request.headers.get("accept-language", "")
    asked = [part.split(";")[0].strip()[:2].lower() for part in accepted.split(",")]
    chosen = (desk.asked("lang"), request.cookies.get("lang", ""), desk.options.language, *asked)
    return next((each for each in chosen if each in words.languages()), "en")
