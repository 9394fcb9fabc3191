"""What the coder holds of a trigger -> a draft, as the grammar makes them of candidates.

In: a cue, the sides, status, day and channel found for it.
Out: the draft; place, length, speakers and figures as the grammar reads them.
"""

from __future__ import annotations

from kawat.reading.acts import PHYSICAL
from kawat.reading.candidates import Candidate
from kawat.reading.coder.about_day import Day
from kawat.reading.coder.cues import Cue
from kawat.reading.dating import duration
from kawat.reading.details import REMOTE, speakers
from kawat.reading.drafts import Draft
from kawat.reading.entries import Frame
from kawat.reading.figures import figures
from kawat.reading.lexicon import Lexicon, Trigger
from kawat.reading.locating import place
from kawat.reading.mentions import Side
from kawat.reading.model import Mode
from kawat.reading.structure import Item


def _trigger_of(c: Cue, language: str) -> Trigger:
    """Return the trigger of a cue as frames have it; of a mere cue, one made for it."""
    if c.rule is not None:
        return c.rule.trigger
    if c.triggers:
        return c.triggers[0]
    channel = c.mode or ("unspecified" if c.type == "CONSULT" else None)
    voice = "active" if c.voice == "phrase" else c.voice
    return Trigger(
        Frame(id=c.ids[0], type=c.type, mode=channel, each=c.each),
        voice,
        f"{language}/cues/{c.ids[0]}#{c.words}",
    )


def draft_of(  # noqa: PLR0917  (all that a draft is made of)
    c: Cue,
    sides: tuple[list[Side], list[Side]],
    status: str,
    day: Day | None,
    mode: Mode | None,
    lex: Lexicon,
) -> Draft:
    """Make the draft of a trigger; `sides` are those who act and those whom it reaches."""
    actors, recipients = sides
    item = c.item or Item("word", c.i, c.j, c.words)
    trigger = _trigger_of(c, lex.language)
    reasons = [trigger.reason, f"coder/status:{status}"]
    reasons += [day.timex.reason if day.timex is not None else "coder/day"] if day is not None else []
    found = Candidate(
        sentence=c.told.s, clause=c.clause, item=item, trigger=trigger, actors=actors,
        recipients=recipients, status=status, reasons=reasons,
        explicit=c.rule is not None and c.rule.explicit, ahead=c.rule is not None and c.rule.ahead,
    )  # fmt: skip
    long, relation = duration(found) if c.item is not None else (None, None)
    return Draft(
        candidates=[found], type=c.type, actors=actors, recipients=recipients, status=status,
        soft=status == "held" and (trigger.voice == "noun" or c.rule is None),
        mode=mode,
        date=day.edtf if day is not None else None,
        date_text=day.timex.text if day is not None and day.timex is not None else None,
        place=place(found, lex) if mode not in REMOTE else None,
        duration=long, duration_relation=relation,
        speakers=speakers(found),
        figures=figures(c.told.s, lex) if c.type in PHYSICAL else [],
    )  # fmt: skip
