"""What a form sends: texts, or lists of texts where a name is given more than once."""

from __future__ import annotations

from typing import Annotated, Any

from litestar.enums import RequestEncodingType
from litestar.params import Body

Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]


def text(data: dict[str, Any], name: str) -> str:
    """Return the last text that a form gives to `name`, "" where it gives none."""
    found = texts(data, name)
    return found[-1] if found else ""


def texts(data: dict[str, Any], name: str) -> list[str]:
    """Return all texts that a form gives to `name`; blank ones are none."""
    value = data.get(name, [])
    listed = value if isinstance(value, list) else [value]
    return [each.strip() for each in listed if isinstance(each, str) and each.strip()]
