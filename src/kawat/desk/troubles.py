"""Says an error in the language of the screen: Kawat's own by their code, with what to do."""

from __future__ import annotations

from kawat.desk.clean import clip, line
from kawat.desk.words import area, words
from kawat.errors import KawatError

_MOST = 120  # characters of a blank: what somebody typed may be long


def told(error: KawatError, language: str) -> str:
    """Return what to tell of an error: its message as it is, where it has no code."""
    template = area("errors", language).get(error.code)
    if template is None:
        return line(str(error))
    blanks = {name: _blank(name, value, language) for name, value in error.blanks.items()}
    return template.format(**blanks)


def _blank(name: str, value: object, language: str) -> str:
    said = clip(line(str(value)), _MOST)
    return label(said, language) if name == "field" else said


def label(field: str, language: str) -> str:
    """Return what screens call a field; its own name where none shows it."""
    return area("web", language).get(f"filter_{field}") or words(language).fields.get(field, field)
