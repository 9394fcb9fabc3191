"""The pages' templates: everything that is filled in is escaped, and a blank that nothing fills is an error."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

#: The pages' own templates, and those that a file of the desk is made of too.
HERE = (Path(__file__).parent / "templates", Path(__file__).parents[1] / "templates")

#: Controls but tabs and line ends, marks of direction, and what is no character: none has a place on a page.
_STEERS = re.compile(
    r"[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufeff\ufffe\uffff]"
)


def _environment() -> type[Environment]:
    """Return an environment in which a word of a table goes before a method of the same name (`says.clear`)."""
    from jinja2 import Environment

    class Desk(Environment):
        def getattr(self, obj: Any, attribute: str) -> Any:
            return (
                obj[attribute]
                if isinstance(obj, dict) and attribute in obj
                else super().getattr(obj, attribute)
            )

    return Desk


@cache
def environment() -> Environment:
    """Return the environment of the templates, made once."""
    from jinja2 import FileSystemLoader, StrictUndefined

    from kawat.desk.web.static import asset_address

    made = _environment()(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["asset"] = asset_address
    made.filters["web_address"] = web_address
    return made


def shown(value: Any) -> Any:
    """Take out of a text what steers a screen: the last gate, whatever a template was given."""
    return (
        _STEERS.sub("", value) if type(value) is str else value
    )  # what is markup already was made of such text


def web_address(url: str | None) -> str | None:
    """Return an address of a page of the web as a link may have it, None where it is anything else."""
    if url and url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url:
        return url
    return None
