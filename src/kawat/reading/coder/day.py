"""A day that may be an event's, and how it stands to that of publication and to the others that may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kawat.reading.calendars import Calendar
from kawat.times import Timex

BACKS = (-1, 0, 1, 2, 3, 7, 31)  # days before publication, told apart
RANKS = "SUDO"  # how a time's clause stands to the trigger's: the same, above, below, elsewhere there
FARTHEST = len(RANKS)  # in another sentence, or in none


@dataclass(slots=True)
class Day:
    """A day, month, year or interval that may be the event's."""

    edtf: str
    timex: Timex | None  # None: the day of publication, or the day last told
    features: list[str]
    near: bool = False  # named in the trigger's own sentence
    rank: int = FARTHEST  # how near: by the clauses of its own sentence that stand closest to the trigger's
    barred: bool = False  # named as no event's day: of a relay, behind "sejak"
    unlikely: bool = False  # of what is to come: a day that is no later, and not named beside it


def against(edtf: str, calendar: Calendar) -> Iterator[str]:
    """Tell how a day stands to the day of publication, and to the one that the article tells of most."""
    published, news = calendar.published, calendar.news
    if published is not None:
        day = published.isoformat()
        yield "ispub" if edtf == day else "after" if edtf > day else "before"
        if len(edtf) == len(day):
            back = (published - date.fromisoformat(edtf)).days
            yield f"back={next((str(most) for most in BACKS if back <= most), 'far')}"
        yield "news=" + ("none" if news is None else "pub" if news == day else "before")
    if news is not None:
        yield f"isnews={edtf == news}"
        yield f"newsdated={news in calendar.dated}:{published is not None and published.isoformat() in calendar.dated}"
    yield f"dated={edtf in calendar.dated}"
    if calendar.told == edtf:
        yield "istold"
    if calendar.last == edtf:
        yield "islast"


def rivalled(d: Day, told: Sequence[Day]) -> Iterator[str]:
    """Tell how a day stands to the others that the trigger's own sentence names: nearer ones above all."""
    own = {o.edtf for o in told if o.rank == 0 and not o.barred}
    yield "own=" + ("none" if not own else "me" if own == {d.edtf} else "some" if d.edtf in own else "other")
    yield from (f"nown={min(len(own), 2)}", f"nopt={min(len(told), 8)}:{d.rank}")
    others = [o for o in told if o is not d]
    if not others:
        return
    best = min(others, key=lambda o: (o.barred, o.rank))  # of equals the first: nearest to the trigger
    yield from (f"rival={best.rank}", f"rival={best.rank}:{d.rank}", f"rival:barred={best.barred}")
    yield f"rival:len={len(best.edtf)}:{len(d.edtf)}"
    yield "rival:" + ("later" if best.edtf > d.edtf else "earlier")
    yield f"rival:holds={best.edtf.startswith(d.edtf)}:{d.edtf.startswith(best.edtf)}"
    if best.timex is not None:
        yield f"rival:tk={best.timex.kind}"
