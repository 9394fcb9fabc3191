"""Read what docs/packs.md says can be taught, with the packs as they are or with its lessons learnt.

    python lessons.py [taught]        prints what is read, as JSON: {lesson: what came out}

A process of its own, since packs are read once in a process. The blocks of TOML are taken from the document.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
import tomllib
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kawat.packs
from kawat.errors import PackError

DOCUMENT = Path(__file__).parents[2] / "docs" / "packs.md"
#: Heading of the section -> language of its lesson.
LANGUAGES = {"A verb": "id", "A title": "id", "A function word": "id", "A time": "en", "A phrase": "id"}
BLOCK = re.compile(r"(?:^ {4}\S.*\n(?:^(?: {4}.*)?\n)*)", re.M)
NAMES = ("id", "office", "name")  # by which a table of a list is known


def lessons() -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Return the blocks of TOML of the document by (language, section); "..." stands for what is there."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for part in DOCUMENT.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        language = next((code for name, code in LANGUAGES.items() if heading.startswith(name)), None)
        for block in BLOCK.findall(body) if language else ():
            text = textwrap.dedent(block).replace(", ...]", "]").replace("\n...\n", "\n")
            section = heading.partition("`")[2].removesuffix(".toml`")
            found.setdefault((language or "", section), []).append(tomllib.loads(text))
    return found


def learn(pack: Any, lesson: Any) -> Any:
    """Return the pack with the lesson: words are added to lists, tables to the table of the same name."""
    if isinstance(lesson, Mapping):
        return {
            **pack,
            **{key: learn(pack[key], value) if key in pack else value for key, value in lesson.items()},
        }
    if not isinstance(lesson, list):
        return lesson
    if not isinstance(lesson[0], Mapping):
        return [*pack, *(word for word in lesson if word not in pack)]
    for table in lesson:
        key = next(name for name in NAMES if name in table)
        known = [each for each in pack if each[key] == table[key]]
        pack = [learn(each, table) if known and each is known[0] else each for each in pack]
        pack = pack if known else [*pack, table]
    return pack


def teach() -> None:
    """Let every section be read with its lessons."""
    taught = lessons()
    plain = kawat.packs.tomllib.loads
    texts = {(kawat.packs.HERE / lang / f"{name}.toml").read_text(encoding="utf-8"): blocks
             for (lang, name), blocks in taught.items()}  # fmt: skip

    def loads(text: str) -> dict[str, Any]:
        pack: dict[str, Any] = plain(text)
        for block in texts.get(text, ()):
            pack = learn(pack, block)
        return pack

    kawat.packs.tomllib = types.SimpleNamespace(  # type: ignore[assignment]
        loads=loads, TOMLDecodeError=tomllib.TOMLDecodeError
    )


def told(text: str, language: str = "id") -> list[list[Any]]:
    """Return type, codes and status of each report of a sentence."""
    from kawat.pages import read_text

    reports = kawat.read(read_text(text, language=language, published="2024-05-15"))
    return [
        [r.type, r.mode, sorted(p.country for p in (*r.actors, *r.recipients)), r.status] for r in reports
    ]


def results() -> dict[str, Any]:
    """Read the sentence of each lesson."""
    from kawat.pages import read_text
    from kawat.times import find

    above = "Kabar dari Lima\n\nRabu, 15 Mei 2024 | 09:30 WIB\n"
    page = f"{above}Penyelaras Bahasa: Sari Dewi\n\nHujan turun di Lima sejak pagi.\n"
    sickbed = [
        "Presiden Kenya membesuk Raja Yordania di Amman.",
        "Raja Yordania dijenguk Presiden Kenya di Amman.",
    ]
    return {
        "verb": told("Presiden Kenya bersilaturahmi dengan Raja Yordania."),
        "frame": [told(text) for text in sickbed],
        "not": told("Presiden Kenya menjenguk korban banjir di Yordania."),
        "title": told("Menhub Jepang Haruto Mori bertemu Presiden Peru."),
        "status": told("Presiden Ghana ogah bertemu Presiden Togo."),
        "time": [timex.text for timex in find("They met a fortnight ago in Lima.", "en")],
        "page": read_text(page).author,
    }


if __name__ == "__main__":
    if "taught" in sys.argv:
        teach()
    try:
        sys.stdout.write(json.dumps(results()))
    except PackError as e:
        sys.exit(str(e))
