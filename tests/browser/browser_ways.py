"""The ways in which every form is tried, and how one is filled and sent."""

from __future__ import annotations

from typing import Any

import pytest

WIDE, NARROW = {"width": 1360, "height": 900}, {"width": 390, "height": 844}
PASSWORD = "a long password indeed"  # of everybody in the team


def _way(locale: str, viewport: dict[str, int], *, scripts: bool) -> Any:
    settings = {"locale": locale, "viewport": viewport, "java_script_enabled": scripts}
    return pytest.param(
        settings, id=f"{locale[:2]}{'' if scripts else '-plain'}{'-phone' if viewport is NARROW else ''}"
    )


#: Both languages with and without a script; each language, and each of the two, on a wide screen and on a phone.
FORM_WAYS = [
    _way("id-ID", WIDE, scripts=True),
    _way("id-ID", NARROW, scripts=False),
    _way("en-GB", NARROW, scripts=True),
    _way("en-GB", WIDE, scripts=False),
]


def language(settings: dict[str, Any]) -> str:
    """Return the language in which a visitor sees the desk."""
    return str(settings["locale"])[:2]


def send(visitor: Any, form: Any) -> None:
    """Send a form, and wait for the page that comes."""
    with visitor.page.expect_navigation():
        form.locator("button").last.click()
    visitor.check()


def refuse(visitor: Any, form: Any) -> str:
    """Send a form that cannot be done; return what its page tells. The browser tells of the answer, too."""
    with visitor.page.expect_navigation():
        form.locator("button").last.click()
    assert len(visitor.wrong) == 1 and "400" in visitor.wrong.pop()
    assert (
        visitor.page.evaluate("document.documentElement.scrollWidth") <= visitor.page.viewport_size["width"]
    )
    return str(visitor.page.locator("[role=alert]").first.inner_text())


def fill(form: Any, **fields: str) -> Any:
    """Write into the fields of a form."""
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    return form


def log_in(visitor: Any, name: str, password: str = PASSWORD) -> Any:
    """Log in by the form."""
    page = visitor.go("/login")
    send(visitor, fill(page.locator("form[action='/login']"), name=name, password=password))
    return page
