"""A client at the desk, for tests of its pages."""

from __future__ import annotations

from litestar import Litestar
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kawat.desk.web.app import create_app
from kawat.desk.web.options import ServeOptions
from kawat.record import Record

OPTIONS = ServeOptions(every=0, language="en", today="2024-05-20", by="Rina")
#: Elements that no page of the desk has: only what a page of the web says could bring them in.
ALIEN = (
    "iframe, object, embed, style, base, script:not([src^='/static/']), img:not([src^='/static/']), "
    "[onerror], [onclick], [onload], [style]"
)


def client_of(record: Record) -> TestClient[Litestar]:
    made = TestClient(create_app(record, OPTIONS), base_url="http://127.0.0.1:8000")
    made.follow_redirects = False
    return made


def page(client: TestClient[Litestar], address: str, status: int = 200, **asked: str) -> LexborHTMLParser:
    """Get a page; `asked` are parameters of its address."""
    answer = client.get(address, params=asked or None)
    assert answer.status_code == status, address
    return LexborHTMLParser(answer.text)


def one(tree: LexborHTMLParser, selector: str) -> LexborNode:
    """Return the first element of its kind."""
    found = tree.css_first(selector)
    assert found is not None, selector
    return found


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Return the texts of elements, each as one line."""
    return [" ".join(each.text().split()) for each in tree.css(selector)]


def links(tree: LexborHTMLParser, selector: str = "main a") -> list[str]:
    return [each.attributes.get("href") or "" for each in tree.css(selector)]
