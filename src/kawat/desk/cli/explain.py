"""The command that tells what reading makes of a text, step by step: `kawat explain`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kawat.desk.cli import options
from kawat.errors import UnreadablePage, UsageError

if TYPE_CHECKING:
    from kawat.desk.words import Words
    from kawat.pages.model import Article

NAMES_A_FILE = 260  # characters of the longest argument that can be meant for a path


@click.command(short_help="Why a sentence gives what it gives, or nothing.")
@click.argument("text", metavar="TEXT|PATH")
@click.option("--language", "spoken", metavar="CODE", help="Language of the text. Default: told from it.")
@click.option("--published", metavar="DATE", help="Day of the text, from which times are counted.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.language
def explain(text: str, spoken: str | None, published: str | None, form: str, words: Words) -> None:
    """Tell step by step what reading makes of TEXT, of a file, or of standard input (-).

    Who is named, when, who speaks, the clauses, each word that could tell an event, and why it does or does not.

    Example: kawat explain "Presiden Kenya bertemu Raja Yordania." --published 2024-05-15
    """
    from kawat.desk import explanation
    from kawat.desk.render import emit
    from kawat.reading.explaining import explain as explained

    found = (explained(article) for article in _articles(text, _language(spoken), _day(published)))
    if form == "json":
        emit(found, (), "json")
        return
    for n, each in enumerate(found):
        for said in ("", *explanation.told(each, words)) if n else explanation.told(each, words):
            click.echo(said)


def _language(code: str | None) -> str | None:
    from kawat.packs import languages

    if code is not None and code not in languages():
        raise UsageError(f"--language: there is no pack for {code!r}; choose one of {', '.join(languages())}")
    return code


def _day(value: str | None) -> str | None:
    try:
        return datetime.datetime.fromisoformat(value).date().isoformat() if value is not None else None
    except ValueError:
        raise UsageError(f"--published: {value!r} is no day; write it like 2021-12-07") from None


def _articles(text: str, language: str | None, published: str | None) -> Iterator[Article]:
    """Yield the article of a text, or those of the pages that it names; what is given goes before what they say."""
    import msgspec

    from kawat.pages import Failure, iter_pages, read_page, read_text

    if not _names_a_file(text):
        yield read_text(text, language=language, published=published)
        return
    given = {name: v for name, v in (("language", language), ("published", published)) if v is not None}
    for page in iter_pages([text], stdin=getattr(sys.stdin, "buffer", None)):
        if isinstance(page, Failure):
            raise UnreadablePage(page.reason)
        yield read_page(msgspec.structs.replace(page, given=msgspec.structs.replace(page.given, **given)))


def _names_a_file(text: str) -> bool:
    """Tell whether an argument means a file: "-", what is there, and what has no blank and looks like a path."""
    if text == "-":
        return True
    if len(text) > NAMES_A_FILE or "\n" in text:
        return False
    try:
        there = bool(text.strip()) and Path(text).exists()
    except (OSError, ValueError):
        there = False
    return there or (
        bool(text) and not any(c.isspace() for c in text) and ("/" in text or bool(Path(text).suffix))
    )
