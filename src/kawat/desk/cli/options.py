"""Options that several commands share, and what they mean."""

from __future__ import annotations

import datetime
import functools
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from kawat.desk.filters import FILTERS, OF_A_KIND, Form, Question
from kawat.desk.render import FORMATS, Column, emit
from kawat.errors import UsageError
from kawat.settings import DEFAULTS, settings

if TYPE_CHECKING:
    from kawat.desk.words import Words
    from kawat.record import Filter, Record

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
LANGUAGES = ("en", "id")

paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
failed = click.option(
    "--failed",
    "failed_file",
    type=click.Path(dir_okay=False, writable=True),
    metavar="FILE",
    help="Write the inputs that failed to FILE, one a line, with the reason after a tab.",
)
record = click.option(
    "--record",
    "target",
    default=lambda: settings().record,
    show_default="KAWAT_RECORD, or kawat.db",
    metavar="FILE|URL",
    help="The record: an SQLite file, or the URL of a database.",
)
workers = click.option(
    "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that read pages."
)
confidence = click.option(
    "--min-confidence",
    "confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="CHANCE",
    help="Leave out reports that are right with less than this chance (0 to 1).",
)
today = click.option(
    "--today", metavar="YYYY-MM-DD", callback=lambda _c, _p, value: day(value), help="The day to count from."
)


def day(value: str | None) -> str:
    """Return the day that `value` names, today where it is None.

    Raises:
        UsageError: it is no day.
    """
    if value is None:
        return datetime.date.today().isoformat()
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"--today: {value!r} is no day; write it like 2021-12-07") from None


def screen_language(value: str | None = None) -> str:
    """Return the screen language: `value`, else that of the settings where the desk has it, else English."""
    chosen = value or settings().language
    return chosen if chosen in LANGUAGES else DEFAULTS.language


def language(command: F) -> F:
    """Add ``--lang``; the command gets `words`, the wording of that language."""

    @click.option(
        "--lang", type=click.Choice(LANGUAGES), help="Screen language. Default: from LANG, else en."
    )
    @functools.wraps(command)
    def wrapped(*args: Any, lang: str | None, **kwargs: Any) -> Any:
        return command(*args, words=load_words(lang), **kwargs)

    return wrapped  # type: ignore[return-value]


def load_words(lang: str | None) -> Words:
    """Return the wording of the screen language."""
    from kawat.desk.words import words

    return words(screen_language(lang))


class Output(NamedTuple):
    """How to print: the format, whether CSV is left as it is, and the wording of the screen."""

    form: str
    raw: bool
    words: Words

    @property
    def json(self) -> bool:
        """Whether whole items are wanted rather than columns."""
        return self.form in ("json", "jsonl")

    @property
    def streams(self) -> bool:
        """Whether rows appear on the terminal while the run goes on, so that nothing else should."""
        return self.form in ("jsonl", "csv") and sys.stdout.isatty()

    def emit(self, items: Iterable[T], columns: Sequence[Column[T]] = ()) -> None:
        """Print items as rows."""
        emit(items, columns, self.form, raw=self.raw, empty=self.words.screen["nothing"])


def output(command: F) -> F:
    """Add ``--format``, ``--raw`` and ``--lang``; the command gets them as `out`, an `Output`."""

    @click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
    @click.option(
        "--raw", is_flag=True, help="CSV: do not guard cells that a spreadsheet would run as formulas."
    )
    @language
    @functools.wraps(command)
    def wrapped(*args: Any, form: str, raw: bool, words: Words, **kwargs: Any) -> Any:
        return command(*args, out=Output(form, raw, words), **kwargs)

    return wrapped  # type: ignore[return-value]


class Wanted(NamedTuple):
    """Which events the options ask for: pairs as an address has them, and at most how many."""

    pairs: tuple[tuple[str, str], ...]
    limit: int | None


def filters(command: F) -> F:
    """Add the options that say which events are wanted; the command gets them as `wanted`, a `Wanted`."""
    return _asking(command, FILTERS)


def filters_of_a_kind(command: F) -> F:
    """Add them where the command itself says which kind of events it is about."""
    return _asking(command, OF_A_KIND)


def _asking(command: F, questions: Sequence[Question]) -> F:
    @click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
    @functools.wraps(command)
    def wrapped(*args: Any, limit: int | None, **kwargs: Any) -> Any:
        given = [(each.name, kwargs.pop(each.name)) for each in questions]
        told = [(n, each) for n, value in given for each in (value if isinstance(value, tuple) else (value,))]
        pairs = tuple((name, str(value)) for name, value in told if value is not None)
        return command(*args, wanted=Wanted(pairs, limit), **kwargs)

    made: Any = wrapped
    for each in reversed(questions):
        made = _option(each)(made)
    return made  # type: ignore[no-any-return]


def _option(question: Question) -> Callable[[F], F]:
    kinds: dict[Form, dict[str, Any]] = {
        "choice": {"type": click.Choice(question.choices, case_sensitive=False)},
        "parties": {"nargs": 2},
        "number": {"type": click.IntRange(min=0)},
        "truth": {"type": click.Choice(("yes", "no"), case_sensitive=False)},
    }
    flag, more = "--" + question.name.replace("_", "-"), kinds.get(question.form, {})
    return click.option(flag, question.name, metavar=question.metavar, help=question.told + ".", **more)


def make_filter(wanted: Wanted, **more: Any) -> Filter:
    """Make the record's filter of the options.

    Raises:
        UsageError: a value cannot be.
    """
    import msgspec

    from kawat.desk.address import filter_of

    return msgspec.structs.replace(filter_of(wanted.pairs), limit=wanted.limit, **more)


def open_existing(target: str) -> Record:
    """Open a record that is to be asked; a missing one is an error, not a new file."""
    from kawat.record import open_record

    return open_record(target, create=False)
