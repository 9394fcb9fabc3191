"""What a form sends: texts, or lists of texts where a name is given more than once."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar.enums import RequestEncodingType
from litestar.params import Body

from kawat.desk import troubles
from kawat.errors import KawatError

_MOST = 2000  # characters of a field that are shown again
Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]


class Trouble(msgspec.Struct, frozen=True):
    """A form that could not be done. Its page is shown again with it, filled as it was, and why not."""

    form: str = ""  # which one of its page; "": none
    message: str = ""
    said: dict[str, list[str]] = {}  # by name of a field

    def kept(self, form: str, name: str, otherwise: str = "") -> str:
        """Return what `form` gave to a field; where it is another form that failed, `otherwise`."""
        return self.said.get(name, [""])[-1] if form == self.form else otherwise

    def ticked(self, form: str, name: str, value: str) -> bool:
        """Tell whether `form` gave a value to a field."""
        return form == self.form and value in self.said.get(name, [])


#: No form has failed.
NONE = Trouble()


def trouble_of(form: str, data: dict[str, Any], error: KawatError, language: str) -> Trouble:
    """Return what to show of a form that failed; passwords are never shown again."""
    said = {name: [v for v in _listed(value) if len(v) <= _MOST] for name, value in data.items()}
    return Trouble(form, troubles.told(error, language), said)


def _listed(value: Any) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def text(data: dict[str, Any], name: str) -> str:
    """Return the last text that a form gives to `name`, "" where it gives none."""
    found = texts(data, name)
    return found[-1] if found else ""


def texts(data: dict[str, Any], name: str) -> list[str]:
    """Return all texts that a form gives to `name`; blank ones are none."""
    return [each.strip() for each in _listed(data.get(name, [])) if each.strip()]
