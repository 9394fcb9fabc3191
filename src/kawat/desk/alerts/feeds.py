"""What a saved search found, as an Atom feed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as Tree

from kawat.desk.alerts.messages import event_address, paragraph
from kawat.desk.clean import line
from kawat.desk.words import area, words
from kawat.record.watch_model import Notice, Watch

_SPACE = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[\ufffe\uffff]")  # the other characters that XML lacks are taken out of all lines


def atom(watch: Watch, notices: Sequence[Notice], base: str) -> bytes:
    """Return a feed of notices, the newest first; `base` is the address of the desk."""
    says, screen = area("alerts", watch.language), words(watch.language)
    feed = Tree.Element("feed", {"xmlns": _SPACE, "xml:lang": watch.language})
    _add(feed, "id", f"tag:kawat,2026:watch/{watch.id}")
    _add(feed, "title", f"Kawat: {line(watch.name)}")
    _add(feed, "updated", notices[0].at if notices else watch.created)
    Tree.SubElement(_add(feed, "author", ""), "name").text = "Kawat"
    for notice in notices:
        entry = _add(feed, "entry", "")
        _add(entry, "id", f"tag:kawat,2026:watch/{watch.id}/{notice.number}")
        _add(entry, "title", f"{says[notice.kind]}: {line(notice.sentence)}")
        _add(entry, "updated", notice.at)
        Tree.SubElement(entry, "link", {"rel": "alternate", "href": event_address(notice, base)})
        _add(entry, "content", paragraph(notice, screen, says, base)).set("type", "text")
    made: bytes = Tree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _add(parent: Tree.Element, name: str, text: str) -> Tree.Element:
    made = Tree.SubElement(parent, name)
    made.text = _NOT_XML.sub("", text) or None
    return made
