"""A brief on the screen, and as a file: Markdown, HTML, PDF, Word."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get

from kawat.desk import address, briefs
from kawat.desk.api.streams import media
from kawat.desk.names import party_names
from kawat.desk.web.desk import Desk
from kawat.desk.web.filters import chips, unshown
from kawat.desk.web.persons import READER
from kawat.errors import UsageError

MOST = 500  # events that a brief may be asked to tell
#: Filters that its form has fields for.
FIELDS = ("since", "until", "between", "party", "person", "text", "sources")


class Briefs(Controller):
    """Briefs."""

    opt = READER

    @get("/brief", sync_to_thread=True)
    def brief(self, desk: Desk) -> Response[Any]:
        """Show a brief of the events that the filters of the address choose; `format` asks for a file."""
        wanted, limit = desk.wanted(), _limit(desk.asked("limit"))
        title = desk.asked("title")[:200] or None
        if desk.asked("format"):
            desk.all_read()
        made = briefs.of_record(desk.record, wanted, desk.words, today=desk.today, title=title, limit=limit)
        if desk.asked("format"):
            return _file(made, desk)
        return desk.page(
            "brief_page.html.j2",
            brief=made,
            wanted=wanted,
            title=title or "",
            limit=limit,
            chips=chips(desk, wanted),
            formats=[(name, desk.here(format=name)) for name in briefs.FORMATS],
            parties=party_names(desk.language),
            kept=unshown(wanted, FIELDS),
            query=address.address_of(wanted),
            brief_words=desk.area("briefs"),
        )


def _file(made: briefs.Brief, desk: Desk) -> Response[bytes]:
    setting = briefs.FORMATS.get(desk.asked("format"))
    if setting is None:
        raise UsageError(
            f"format: choose one of {', '.join(briefs.FORMATS)}",
            code="no_format",
            choices=", ".join(briefs.FORMATS),
        )
    name = f"kawat-{desk.today}-{desk.language}{setting.extension}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(setting.set(made, desk.words), media_type=media(setting.media), headers=headers)


def _limit(text: str) -> int:
    if not text:
        return briefs.SHOWN
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= MOST):
        raise UsageError(f"limit: choose a number from 1 to {MOST}", code="limit", most=MOST)
    return int(text)
