"""Options that several commands share, and what they mean."""

from __future__ import annotations

import datetime
import functools
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from kawat.desk.render import FORMATS, Column, emit
from kawat.errors import UsageError
from kawat.settings import DEFAULTS, settings

if TYPE_CHECKING:
    from kawat.desk.words import Words
    from kawat.record import Filter, Record

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
STATUSES = ("proposed", "planned", "held", "postponed", "cancelled", "denied")
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


_FILTERS = (
    click.option(
        "--between", nargs=2, metavar="A B", help="Two states or bodies: codes or names (RUS Indonesia)."
    ),
    click.option("--person", metavar="NAME", help="Part of the name of a person who takes part."),
    click.option("--since", metavar="DATE", help="First day, month or year (2021-12-05, 2021-12, 2021)."),
    click.option("--until", metavar="DATE", help="Last day, month or year."),
    click.option("--status", type=click.Choice(STATUSES)),
    click.option("--type", "type_", metavar="TYPE", help="PLOVER type, such as REQUEST."),
    click.option("--outlet", metavar="NAME", help="Outlet or agency that tells of it."),
    click.option("--limit", type=click.IntRange(min=1), help="At most so many."),
)


def filters(command: F) -> F:
    """Add the options that say which events are wanted; the command gets them as `wanted`, a dictionary."""

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        names = ("between", "person", "since", "until", "status", "type_", "outlet", "limit")
        wanted = {name.rstrip("_"): kwargs.pop(name) for name in names}
        return command(*args, wanted=wanted, **kwargs)

    for option in reversed(_FILTERS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[return-value]


def make_filter(wanted: dict[str, Any], **more: Any) -> Filter:
    """Make the record's filter of the options, names of states resolved."""
    from kawat.desk.names import country_code
    from kawat.record import Filter

    given = {name: value for name, value in wanted.items() if value}
    if "between" in given:
        given["between"] = tuple(map(country_code, given["between"]))
    if "type" in given:
        given["type"] = _event_type(given["type"])
    return Filter(**given, **more)


def _event_type(name: str) -> str:
    from typing import get_args

    from kawat.reading.model import EventType

    types = get_args(EventType)
    if name.upper() not in types:
        raise UsageError(f"--type: there is no {name!r}; choose one of {', '.join(types)}")
    return name.upper()


def open_existing(target: str) -> Record:
    """Open a record that is to be asked; a missing one is an error, not a new file."""
    from kawat.record import open_record

    return open_record(target, create=False)
