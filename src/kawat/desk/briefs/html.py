"""Sets a brief as one HTML page that needs nothing else: no script, no style sheet, no image."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kawat.desk.briefs.model import Brief
from kawat.desk.words import Words

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).parents[1] / "templates"


def set_brief(brief: Brief, words: Words) -> bytes:
    """Set a brief as a page, UTF-8."""
    return html(brief, words).encode()


def html(brief: Brief, words: Words) -> str:
    """Set a brief as a page."""
    return _template().render(brief=brief, words=words, says=words.brief)


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("brief.html.j2")
