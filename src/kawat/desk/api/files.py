"""Files: exports in all formats, and briefs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from litestar import Controller, Response, get
from litestar.params import FromPath, QueryParameter

from kawat.desk import briefs, exports
from kawat.desk.api.asking import Chosen, Language
from kawat.desk.api.streams import begun, media, streamed
from kawat.desk.web.desk import AtDesk, Desk
from kawat.desk.web.persons import READER

FEEDS = ("atom", "rss")
FED = 100  # events in a feed
Raw = Annotated[bool, QueryParameter(description="CSV: leave cells that a spreadsheet would run as they are")]
Form = Annotated[Literal["md", "html", "pdf", "docx"], QueryParameter(description="Format of the brief")]
Most = Annotated[int, QueryParameter(description="At most so many events; 0: as `length` says", ge=0, le=500)]
Long = Annotated[
    briefs.Length, QueryParameter(description="short: two printed pages; standard: 50 events; full: 500")
]
Title = Annotated[str | None, QueryParameter(description="Title of the brief", min_length=1, max_length=200)]
Name = Literal[
    "jsonl",
    "reports-jsonl",
    "csv",
    "parquet",
    "plover",
    "polecat",
    "gdelt-events",
    "gdelt-mentions",
    "graphml",
    "gexf",
    "ics",
    "jsonld",
    "rss",
    "atom",
    "timelinejs",
    "bibtex",
]  # fmt: skip - of `exports.FORMATS`, so that the description names them; a test holds both together


class Offered(msgspec.Struct, frozen=True):
    """A format of exports."""

    name: str  # as in the address
    media_type: str
    extension: str  # of its files, with the dot
    rows: Literal["events", "reports", "articles", "pairs"]  # what a line or element stands for
    drops: str  # what it leaves out


class Files(Controller):
    """Exports and briefs."""

    opt = READER
    tags = ("files",)

    @get("/exports", sync_to_thread=True)
    def formats(self) -> list[Offered]:
        """List the formats of exports, each with what it leaves out."""
        return [Offered(f.name, f.media_type, f.extension, f.rows, f.drops) for f in exports.FORMATS.values()]

    @get("/exports/{format:str}", sync_to_thread=True)
    def export(
        self, desk: Desk, format: FromPath[Name], chosen: Chosen, raw: Raw = False, lang: Language = None
    ) -> Response[Any]:
        """Return events in a format, as a file, newest first; of feeds the hundred that were reported last."""
        found = exports.find(format)
        base = str(desk.request.base_url).rstrip("/")
        context = exports.context_of(desk.record, desk.words, desk.today, base=base, raw=raw)
        if format in FEEDS:
            events = iter(desk.record.page(chosen, order="reported", size=FED).events)
        else:
            events = begun(exports.stream(desk.record, chosen))
        return streamed(found.write(events, context), found.media_type, _named(desk, found.extension))

    @get("/brief", sync_to_thread=True)
    def brief(
        self,
        desk: Desk,
        chosen: Chosen,
        *,
        format: Form = "md",
        title: Title = None,
        limit: Most = 0,
        length: Long = "standard",
        lang: Language = None,
    ) -> Response[bytes]:
        """Return a brief of events, as a file; each of its sentences has notes to what proves it."""
        made = briefs.of_record(
            desk.record, chosen, desk.words, today=desk.today, title=title, limit=limit or None, length=length
        )
        setting = briefs.FORMATS[format]
        headers = _named(desk, f"-{desk.language}{setting.extension}")
        return Response(setting.set(made, desk.words), media_type=media(setting.media), headers=headers)


def _named(desk: AtDesk, ending: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="kawat-{desk.today}{ending}"'}
