"""Gather pages of news on two states and more, which nobody annotates, for the encoder to fill in hidden words.

    plain_pages.py CLONES OUT.jsonl --without TEXTS.jsonl ...

CLONES holds git clones, OWNER/NAME, of public repositories in which pages stand that others crawled. TEXTS are articles
a line ("text"), sealed ones above all: no page that shares a twenty-fifth of its runs of eight words with one of them
is kept, and none that shares three tenths with a page kept before. No text of this comes into the project.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from csv import Error as CSVError
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile
from zlib import crc32

import web_pages

from kawat.knowledge.states import states
from kawat.pages.language import detect

Json = dict[str, Any]
FILES = re.compile(r"\.(csv|json|jsonl|jsonl\.gz|xlsx|txt|md)$")
SHORTEST, LONGEST = 700, 6000  # code points of a page
STATES, NAMES, STOPS = 2, 4, 4  # of a page at the least: states, words that name one, ends of sentences
RUN = 8  # words that two texts seldom share by chance
SEALED, KEPT = 1 / 25, 3 / 10  # of its runs that a page may share


def pages(clones: Path, sealed: set[int]) -> Iterator[Json]:
    """Yield the pages of all repositories, each once; `sealed` are the runs of words of texts to keep away from."""
    kept: set[int] = set()
    called = _called()
    for repo in sorted(clones.glob("*/*")):
        for text in _texts(repo):
            page = "\n".join(line.strip() for line in text.splitlines() if line.strip())[:LONGEST]
            mine = runs(page)
            if not _tells(page, called) or _shared(mine, sealed) > SEALED or _shared(mine, kept) > KEPT:
                continue
            kept |= mine
            yield {"id": _id(page), "language": detect(page), "text": page}


def runs(text: str) -> set[int]:
    """Return the digests of all runs of so many words."""
    words = re.findall(r"\w+", text.casefold())
    return {crc32(" ".join(words[k : k + RUN]).encode()) for k in range(len(words) - RUN + 1)}


def _shared(mine: set[int], others: set[int]) -> float:
    return len(mine & others) / max(1, len(mine))


def _texts(repo: Path) -> Iterator[str]:
    for path in web_pages.git(repo, "ls-tree", "-rz", "--name-only", "HEAD").decode().split("\0"):
        if FILES.search(path):
            try:
                yield from web_pages.texts(web_pages.git(repo, "show", f"HEAD:{path}"), path)
            except (ValueError, OSError, CSVError, BadZipFile, ParseError, CalledProcessError) as broken:
                # half a file, another format by that name, or a clone without its large files
                print(f"{repo.parent.name}/{repo.name} {path}: {broken}")


def _called() -> dict[str, str]:
    """Return the state of each word that is the name of one alone, in Indonesian or English."""
    names = ((name, s.code) for s in states().values() for told in s.names.values() for name in told)
    return {name: code for name, code in names if name.isalpha()}


def _tells(page: str, called: dict[str, str]) -> bool:
    """Tell whether a text is prose that names states."""
    told = [called[word] for word in re.findall(r"\w+", page) if word in called]
    prose = len(page) >= SHORTEST and page.count(". ") >= STOPS and "</" not in page
    return prose and len(told) >= NAMES and len(set(told)) >= STATES


def _id(page: str) -> str:
    return "plain-" + hashlib.sha256(page.encode()).hexdigest()[:12]


def main() -> None:
    """Gather and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clones", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    lines = (line for path in args.without for line in path.read_text("utf-8").split("\n") if line.strip())
    sealed = {run for line in lines for run in runs(json.loads(line)["text"])}
    found = list(pages(args.clones, sealed))
    args.out.write_text("".join(json.dumps(page) + "\n" for page in found), "utf-8")
    print(f"{len(found)} pages")


if __name__ == "__main__":
    main()
