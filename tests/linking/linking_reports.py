"""A small builder of reports, so that a test states only what it is about."""

from __future__ import annotations

from msgspec.structs import replace

from kawat.reading.model import Figure, Party, Place, Report, Speaker
from kawat.text import Quote


def party(text: str) -> Party:
    """Build a party from ``RUS``, ``RUS:Vladimir Putin`` or ``RUS::president``."""
    country, person, office = (*text.split(":"), "", "")[:3]
    return Party(country, person or None, office or None, person or country, 0, 1, "test")


def place(text: str | None) -> Place | None:
    """Build a place from ``Moskow`` or ``Moskow/RUS``."""
    if text is None:
        return None
    name, _, country = text.partition("/")
    return Place(name, country or None, 0, 1, "test")


def figure(text: str) -> Figure:
    """Build a figure from ``troops:100000`` or ``troops:100000:more than``."""
    what, value, *relation = text.split(":")
    return Figure(what, float(value), relation[0] if relation else None, None, 0, 1, value)


def report(
    name: str,
    actors: str = "RUS:Vladimir Putin",
    recipients: str = "USA:Joe Biden",
    *,
    type: str = "CONSULT",
    mode: str | None = "phone",
    date: str | None = "2021-12-07",
    published: str | None = "2021-12-08",
    status: str = "held",
    outlet: str | None = None,
    upstream: str = "",
    where: str | None = None,
    duration: str | None = None,
    duration_relation: str | None = None,
    figures: str = "",
    said: str = "",
    article: str | None = None,
    digest: str | None = None,
    frame: str = "",
    evidence: str = "",
    language: str = "en",
) -> Report:
    """Build a report from an article and outlet of its own; ``;`` separates parties, upstream, figures.

    `frame` is the entry of a pack with its word (``phone#call``); `evidence` a sentence with the first actor
    in ``<>`` and the first recipient in ``[]``, whose offsets the parties then have.
    """
    built = Report(
        article=article or f"page-{name}",
        id=name,
        type=type,
        mode=mode if type == "CONSULT" else None,
        actors=tuple(party(x) for x in actors.split(";") if x),
        recipients=tuple(party(x) for x in recipients.split(";") if x),
        date=date,
        date_text=None,
        place=place(where),
        duration=duration,
        duration_relation=duration_relation,
        status=status,
        attributed_to=tuple(Speaker(x, 0, 1) for x in said.split(";") if x),
        upstream=tuple(x for x in upstream.split(";") if x),
        figures=tuple(figure(x) for x in figures.split(";") if x),
        evidence=(),
        reasons=(f"en/frames/consult.{frame}",) if frame else (),
        confidence=1.0,
        language=language,
        published=published,
        outlet=f"Outlet {name}" if outlet is None else outlet or None,
        title="",
        digest=digest or f"digest-{article or name}",
    )
    return _proven(built, evidence) if evidence else built


def _proven(r: Report, evidence: str) -> Report:
    """Give a report its sentence, and its first parties their places in it."""
    text = evidence.translate(str.maketrans("", "", "<>[]"))
    spans = []
    for opening, closing in ("<>", "[]"):
        words = evidence.partition(opening)[2].partition(closing)[0]
        words = words.translate(str.maketrans("", "", "<>[]"))
        spans.append((text.index(words), text.index(words) + len(words)))
    (a, b), (c, d) = spans
    return replace(
        r,
        actors=(replace(r.actors[0], start=a, end=b), *r.actors[1:]),
        recipients=(replace(r.recipients[0], start=c, end=d), *r.recipients[1:]),
        evidence=(Quote(0, len(text), text),),
    )
