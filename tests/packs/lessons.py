"""Read what docs/packs.md says can be taught, with the packs as they are or with its lessons learnt.

    python lessons.py [taught]        prints what is read, as JSON: {lesson: what came out}

A process of its own, since packs are read once in a process. Packs and knowledge are read from copies; the blocks of
the document are written into them.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
import tempfile
import textwrap
import tomllib
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kawat.knowledge.bodies
import kawat.knowledge.names
import kawat.knowledge.outlets
import kawat.knowledge.tables
import kawat.packs
from kawat.errors import PackError

DOCUMENT = Path(__file__).parents[2] / "docs" / "packs.md"
#: Heading of the section -> language of its lesson.
LANGUAGES = {
    "A verb": "id", "A title": "id", "A function word": "id", "A word of context": "id", "A time": "en",
    "A phrase": "id",
}  # fmt: skip
BLOCK = re.compile(r"(?:^ {4}\S.*\n(?:^(?: {4}.*)?\n)*)", re.M)
NAMES = ("id", "office", "name")  # by which a table of a list is known
#: A file that the lesson of a language writes; its block is the next one.
FILE = re.compile(r"`((?:packs/jv|data/names)/\w+\.toml)`")
ALIASES = re.compile(r"`aliases_id` reads `([^`]+)`")


def parts() -> dict[str, str]:
    """Return the sections of the document by their headings."""
    found = (part.partition("\n") for part in DOCUMENT.read_text(encoding="utf-8").split("\n## ")[1:])
    return {heading: body for heading, _, body in found}


def blocks(body: str) -> list[str]:
    return [textwrap.dedent(block) for block in BLOCK.findall(body)]


def lessons() -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Return the blocks of TOML of the document by (language, section); "..." stands for what is there."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for heading, body in parts().items():
        language = next((code for name, code in LANGUAGES.items() if heading.startswith(name)), None)
        for block in blocks(body) if language else ():
            text = block.replace(", ...]", "]").replace("\n...\n", "\n")
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


def copied(folder: Path) -> Path:
    """Let packs and knowledge be read from copies in `folder`; return that of the knowledge."""
    packs, data = folder / "packs", folder / "data"
    shutil.copytree(kawat.packs.HERE, packs, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copytree(kawat.knowledge.tables.DATA, data)
    kawat.packs.HERE = packs
    for module in (kawat.knowledge.tables, kawat.knowledge.bodies, kawat.knowledge.names):
        module.DATA = data  # type: ignore[attr-defined]
    kawat.knowledge.outlets.FILE = data / "outlets.toml"
    return data


def teach_language(folder: Path) -> None:
    """Write each block of the section into the file that is named last before it."""
    body = next(body for heading, body in parts().items() if heading.startswith("A language"))
    for block in BLOCK.finditer(body):
        name = FILE.findall(body[: block.start()])[-1]
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(textwrap.dedent(block.group()), encoding="utf-8")


def knowledge() -> tuple[str, str, str]:
    """Return Egypt's cell of aliases, the row of an office-holder, and the table of an outlet."""
    body = next(body for heading, body in parts().items() if heading.startswith("A country's name"))
    aliases = ALIASES.search(body)
    row, outlet = blocks(body)
    assert aliases is not None
    return aliases[1], row.strip(), outlet


def set_knowledge(data: Path, taught: bool) -> None:
    """Write the three entries into the files, or see to it that they are not there."""
    aliases, row, outlet = knowledge()
    holders, outlets, states = data / "holders.csv", data / "outlets.toml", data / "states.csv"
    lines = [
        x for x in holders.read_text(encoding="utf-8").splitlines() if not x.startswith(row.split(",")[0])
    ]
    holders.write_text("\n".join([*lines, row] if taught else lines) + "\n", encoding="utf-8")
    if taught:
        outlets.write_text(outlets.read_text(encoding="utf-8") + "\n" + outlet, encoding="utf-8")
    else:
        aliases = aliases.rpartition("|")[0]
    lines = states.read_text(encoding="utf-8").splitlines()
    head = next(csv.reader(x for x in lines if x.startswith("code,")))
    at = next(n for n, x in enumerate(lines) if x.startswith("EGY,"))
    cells = next(csv.reader([lines[at]]))
    cells[head.index("aliases_id")] = aliases
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    states.write_text("\n".join([*lines[:at], out.getvalue(), *lines[at + 1 :]]) + "\n", encoding="utf-8")


def told(text: str, language: str = "id") -> list[list[Any]]:
    """Return type, codes and status of each report of a sentence."""
    from kawat.pages import read_text
    from kawat.reading import read_by_grammar

    reports = read_by_grammar(read_text(text, language=language, published="2024-05-15"))
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
        "context": [
            list(r.contexts)
            for r in kawat.read(
                read_text("Presiden Kenya dan Presiden Ghana bertemu membahas kopi.", language="id")
            )
        ],
        "time": [timex.text for timex in find("They met a fortnight ago in Lima.", "en")],
        "page": read_text(page).author,
        "state": told("Presiden Negeri Piramida bertemu dengan Presiden Peru."),
        "holder": told("Hakainde Hichilema bertemu dengan Presiden Fiji."),
        "outlet": outlet(),
        "language": javanese(),
    }


def outlet() -> list[str | None]:
    """Return what the three names of the lesson stand for."""
    from kawat.knowledge.outlets import lookup, of_host

    found = [lookup("KabarPulau"), lookup("Harian Kabar Pulau"), of_host("www.kabarpulau.example")]
    return [each and each.name for each in found]


def javanese() -> list[Any]:
    """Return what the sentence gives, its day, and what a page of its kind is taken for."""
    from kawat.pages import read_text
    from kawat.reading import read_by_grammar

    text = "Presiden Kenya ketemu karo Raja Walanda wingi."
    days = [r.date for r in read_by_grammar(read_text(text, language="jv", published="2024-05-15"))]
    page = f"{text} Raja Walanda iku ora ketemu karo Presiden Peru, sing wingi lagi lunga."
    return [told(text, "jv"), days, read_text(page).language]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        data = copied(Path(folder))
        if "taught" in sys.argv:
            teach_language(Path(folder))
            teach()
        set_knowledge(data, "taught" in sys.argv)
        try:
            sys.stdout.write(json.dumps(results()))
        except PackError as e:
            sys.exit(str(e))
