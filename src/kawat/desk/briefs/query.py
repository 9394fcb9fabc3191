"""Says in words what a brief was asked for."""

from __future__ import annotations

from kawat.desk.clean import clip, line
from kawat.desk.names import country_name
from kawat.desk.wording import date_words, join
from kawat.desk.words import Words
from kawat.linking.model import Story
from kawat.record.model import Filter

_LONG = 160  # characters of a value that somebody typed
_DAYS = ("since", "until")
_PASSED = {"limit", "story", *_DAYS}


def period_words(wanted: Filter, words: Words) -> str | None:
    """Say the days that were asked for, as far as they were."""
    if not (wanted.since or wanted.until):
        return None
    days = (wanted.since, wanted.until)
    said = [date_words(clip(line(day), _LONG), words) if day else "…" for day in days]
    return " – ".join(dict.fromkeys(said))


def query_words(wanted: Filter, words: Words, story: Story | None = None) -> str:
    """Say what was asked for besides the days: "between Russia and Ukraine; status: held"; "" for everything."""
    said = [f"{words.brief.query['story']}: “{clip(line(story.title), _LONG)}”"] if story else []
    for name in wanted.__struct_fields__:
        value = getattr(wanted, name)
        if name not in _PASSED and value not in (None, ()):
            label = words.brief.query.get(name, name)
            said.append(f"{label}: {clip(_value(name, value, words), _LONG)}")
    return "; ".join(said)


def title_words(wanted: Filter, words: Words, story: Story | None = None) -> str:
    """Name the brief by its pair or its story."""
    if story and line(story.title):
        return f"{words.brief.title}: {clip(line(story.title), _LONG)}"
    if wanted.between:
        return f"{words.brief.title}: {' – '.join(country_name(c, words.language) for c in wanted.between)}"
    return words.brief.title


def _value(name: str, value: object, words: Words) -> str:
    if name == "between" and isinstance(value, tuple):
        return join([country_name(code, words.language) for code in value], words)
    if isinstance(value, bool):
        return words.brief.query["yes" if value else "no"]
    text = line(str(value))
    if name in ("reported_since", "reported_until"):
        return date_words(text, words)
    if name == "kind":
        return words.brief.query.get(text, text)
    if name == "party":
        return country_name(text, words.language)
    names = {
        "type": {type: act.name for type, act in words.acts.items()},
        "mode": {mode: contact.name for mode, contact in words.contacts.items()},
        "status": words.statuses,
        "quad": words.quads,
        "differs": {"any": words.brief.query["any"], **words.kinds},
        "differs_on": words.fields,
    }
    return names.get(name, {}).get(text, text)
