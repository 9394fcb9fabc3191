"""The pages' templates: everything that is filled in is escaped, and a blank that nothing fills is an error."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

#: The pages' own templates, and those that a file of the desk is made of too.
HERE = (Path(__file__).parent / "templates", Path(__file__).parents[1] / "templates")


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
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["asset"] = asset_address
    made.filters["web_address"] = web_address
    return made


def web_address(url: str | None) -> str | None:
    """Return an address of a page of the web as a link may have it, None where it is anything else."""
    if url and url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url:
        return url
    return None
