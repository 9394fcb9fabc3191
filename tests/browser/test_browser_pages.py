"""Every page, with and without JavaScript, in both languages, narrow and wide, light and dark."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser_ways import NARROW, WIDE

WAYS = [
    pytest.param({"locale": "id-ID", "viewport": WIDE}, id="id-wide"),
    pytest.param({"locale": "en-GB", "viewport": NARROW, "color_scheme": "dark"}, id="en-phone-dark"),
    pytest.param({"locale": "en-GB", "viewport": WIDE, "java_script_enabled": False}, id="en-wide-plain"),
    pytest.param({"locale": "id-ID", "viewport": NARROW, "java_script_enabled": False}, id="id-phone-plain"),
]
EACH = 1  # pages of one kind that are visited; wide screens with a script see twice as many
#: Pages that the crawl must have met: without one of them a link is missing somewhere.
KINDS = {
    "/", "/contacts", "/acts", "/events", "/events/*", "/article", "/articles", "/actors", "/actors/*", "/person",
    "/pairs/*", "/timeline", "/network", "/map", "/stories", "/stories/*", "/agenda", "/brief", "/alerts",
    "/alerts/new", "/review", "/decisions", "/help", "/api/docs", "/exports",
    "/team", "/team/tokens", "/team/sessions", "/team/audit",
}  # fmt: skip


def kind(path: str) -> str:
    """Return what kind of page an address is of."""
    return re.sub(r"^(/(?:events|actors|pairs|stories|alerts)/)(?!new$).+", r"\1*", urlsplit(path).path)


def crawl(visitor: Any, each: int = EACH) -> Iterator[str]:
    """Yield the addresses of pages that links lead to, from the front page on; the visitor's browser is there."""
    waiting, met, count = deque(["/"]), {"/"}, Counter[str]()
    while waiting:
        path = waiting.popleft()
        if count[kind(path)] >= each:
            continue
        count[kind(path)] += 1
        page = visitor.go(path)
        yield path
        links = (
            "found => found.map(each => each.getAttribute('href'))"  # one question for all, not one for each
        )
        for link in page.eval_on_selector_all("a[href]:not([download])", links):
            target = urlsplit(urljoin(visitor.base + path, link))
            found = target.path + ("?" + target.query if target.query else "")
            leaves = not target.geturl().startswith(visitor.base) or re.search(
                r"\.\w+$|^/api/(?!docs)", target.path
            )
            if not leaves and found not in met and "lang=" not in found:
                met.add(found)
                waiting.append(found)


@pytest.mark.parametrize("settings", WAYS)
def test_every_page(site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor = visit(site, **settings)
    kinds = set()
    for path in crawl(visitor, 2 if settings is WAYS[0].values[0] else EACH):
        kinds.add(kind(path))
        page = visitor.page
        assert page.locator("html").get_attribute("lang") == settings["locale"][:2]
        assert page.locator("h1").count() == 1, path
        assert page.title().endswith("Kawat"), path
        assert page.evaluate("document.documentElement.scrollWidth") <= settings["viewport"]["width"], path
    assert kinds >= KINDS


@pytest.mark.parametrize("settings", WAYS[:2])
def test_every_page_is_accessible(site: Any, visit: Callable[..., Any], settings: dict[str, Any]) -> None:
    visitor = visit(site, **settings)
    axe, found = Axe(), []
    for path in crawl(visitor, each=1):
        for each in axe.run(visitor.page).response["violations"]:
            if each["impact"] in ("serious", "critical"):
                nodes = [node["html"][:120] for node in each["nodes"][:3]]
                found.append((path, each["id"], nodes))
    assert not found


def test_keys(site: Any, visit: Callable[..., Any]) -> None:
    visitor = visit(site)
    page = visitor.go("/contacts")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className") == "open"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("perang")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=perang")
    page.keyboard.press("Tab")
    page.locator("body").press("g")
    page.locator("body").press("a")
    page.wait_for_url("**/acts")
    visitor.check()


def test_first_tab_skips_to_the_content(site: Any, visit: Callable[..., Any]) -> None:
    page = visit(site).go("/contacts")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_language_is_kept(site: Any, visit: Callable[..., Any]) -> None:
    page = visit(site, locale="en-GB").go("/contacts?status=held")
    page.click("text=ID")
    assert "status=held" in page.url
    page.goto(site.base + "/acts")
    assert page.locator("html").get_attribute("lang") == "id"
