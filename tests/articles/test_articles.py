"""The articles of our own, hand-made and blind, and their gold are well formed (nothing here runs the reader)."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
FOLDERS = (HERE, HERE.parent / "blind")
TYPES = {"CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"}
TYPES |= {"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
MODES = {"in-person", "phone", "video", "letter", "unspecified"}
STATUSES = {"held", "planned", "proposed", "cancelled", "postponed", "denied"}
EVENT_KEYS = {"type", "mode", "actors", "recipients", "date", "place", "status"}
EVENT_KEYS |= {"attributed_to", "evidence"}
DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
EDTF = re.compile(rf"{DATE}(/{DATE})?")
CODE = re.compile(r"[A-Z][A-Z0-9_]+")


def _lines(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "articles.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) | {"folder": folder} for line in text.splitlines()]


ARTICLES = {line["id"]: line for folder in FOLDERS for line in _lines(folder)}


def _gold(article: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (ARTICLES[article]["folder"] / "gold" / f"{article}.json").read_text(encoding="utf-8")
    )
    return loaded


def test_each_article_has_gold_and_each_gold_an_article() -> None:
    assert {path.stem for folder in FOLDERS for path in (folder / "gold").glob("*.json")} == set(ARTICLES)
    assert len(ARTICLES) == sum(len(_lines(folder)) for folder in FOLDERS)


@pytest.mark.parametrize("article", sorted(ARTICLES))
def test_article_line_is_complete(article: str) -> None:
    line = ARTICLES[article]
    assert {"id", "published", "language", "text"} <= set(line)
    assert line["language"] in {"id", "en"}
    assert 80 <= len(line["text"].split()) <= 500
    gold = _gold(article)
    assert (gold["article"], gold["language"]) == (article, line["language"])


@pytest.mark.parametrize("article", sorted(ARTICLES))
def test_gold_follows_the_guide(article: str) -> None:
    text = ARTICLES[article]["text"]
    for event in _gold(article)["events"]:
        assert set(event) - {"optional"} == EVENT_KEYS
        assert event["evidence"] in text
        assert event["type"] and set(event["type"]) <= TYPES
        assert event["mode"] is None or (event["type"][0] == "CONSULT" and event["mode"] in MODES)
        assert event["status"] is None or event["status"] in STATUSES  # null where the readings differ
        assert event["date"] is None or EDTF.fullmatch(event["date"])
        assert event["actors"]
        for party in event["actors"] + event["recipients"]:
            assert set(party) == {"country", "person"}
            assert CODE.fullmatch(party["country"])
        if event["place"] is not None:
            assert set(event["place"]) == {"name", "country"}
            assert event["place"]["country"] is None or CODE.fullmatch(event["place"]["country"])
