"""The commands by which persons set the record right: join, split, correct, confirm, undo, decisions, reread."""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kawat.desk.clean import line
from kawat.desk.cli import options
from kawat.desk.cli.outcome import progress
from kawat.errors import RecordError, UsageError
from kawat.settings import settings

if TYPE_CHECKING:
    from kawat.linking.model import Event
    from kawat.record import Record
    from kawat.record.model import Decision

F = TypeVar("F", bound=Callable[..., Any])


def signed(command: F) -> F:
    """Add ``--by`` and ``--reason``, and all that the output and the record need."""
    command = options.record(options.output(command))
    command = click.option(
        "--reason", default="", metavar="TEXT", help="Why: it stands in the log and is shown."
    )(command)
    return click.option(
        "--by",
        default=lambda: settings().by,
        show_default="KAWAT_BY",
        metavar="NAME",
        callback=lambda _c, _p, value: _signature(value),
        help="Who decides so.",
    )(command)


def _signature(name: str) -> str:
    if not name.strip():
        raise UsageError("--by: a decision needs the name of who takes it (or set KAWAT_BY)")
    return name.strip()


@click.command(short_help="Make two events one.")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@signed
def join(*, one: str, other: str, by: str, reason: str, target: str, out: options.Output) -> None:
    """Make the events A and B one, for good, whatever linking thinks of them.

    Example: kawat join a201 4e11 --by Sari --reason "one page has the day wrong"
    """
    with options.open_existing(target) as record:
        made = record.join(one, other, by=by, reason=reason)
        _note(_newest(record, "join", by), [made], out)


@click.command(short_help="Take reports out of an event.")
@click.argument("event")
@click.argument("apart", nargs=-1, required=True, metavar="REPORT_OR_ARTICLE...")
@signed
def split(
    *, event: str, apart: tuple[str, ...], by: str, reason: str, target: str, out: options.Output
) -> None:
    """Take reports out of EVENT, for good: they are another event.

    Name them by their ids, which `kawat show EVENT` lists, by the first characters of these, or by their articles.

    Example: kawat split a201 25-argyle-bertemu --by Sari --reason "another round of talks"
    """
    with options.open_existing(target) as record:
        before = record.event(event)
        named = _reports_named(record, before, apart)
        made = [record.split(before.id, named, by=by, reason=reason)]
        with contextlib.suppress(RecordError):  # what is left may be several events
            made += [rest for rest in [record.event(before.id)] if rest.id != made[0].id]
        _note(_newest(record, "split", by), made, out)


def _reports_named(record: Record, event: Event, names: Iterable[str]) -> list[str]:
    """Complete ids of reports from their first characters; what fits none, or several, stays as it is."""
    ids = [report.id for report in record.reports_of(event)]
    found = []
    for name in names:
        fitting = [id for id in ids if name and id.startswith(name)]
        known = name in (*ids, *event.articles)
        found.append(fitting[0] if len(fitting) == 1 and not known else name)
    return found


@click.command(short_help="Set a value of an event or report right.")
@click.argument("id", metavar="EVENT_OR_REPORT")
@click.argument("field")
@click.argument("value")
@signed
def correct(
    *, id: str, field: str, value: str, by: str, reason: str, target: str, out: options.Output
) -> None:
    """Set FIELD right: of an event, or (by the id of a report) of what one article tells, by which linking then goes.

    FIELD is one of type, mode, status, date, duration, place, actors, recipients. A date is written like
    2021-12-05, 2021-12 or 2021-12-05/2021-12-07, a duration like PT2H, a place like Geneva/CHE, parties like
    "Rusia:Vladimir Putin; USA"; states and bodies by code or name. A lone - says that there is no such value.

    Example: kawat correct a201 date 2023-12-14 --by Sari --reason "so the minutes"
    """
    from kawat.desk.names import coded

    with options.open_existing(target) as record:
        made = record.correct(id, field, coded(field, value), by=by, reason=reason)
        _note(_newest(record, "correct", by), [made], out)


@click.command(short_help="Say that an event is right.")
@click.argument("event")
@signed
def confirm(*, event: str, by: str, reason: str, target: str, out: options.Output) -> None:
    """Say that EVENT is right as it is. This holds while its reports stay the same.

    Example: kawat confirm a201 --by Sari --reason "so both ministries say"
    """
    with options.open_existing(target) as record:
        made = record.confirm(event, by=by, reason=reason)
        _note(_newest(record, "confirm", by), [made], out)


@click.command(short_help="Take a decision back.")
@click.argument("number", type=int)
@signed
def undo(number: int, by: str, reason: str, target: str, out: options.Output) -> None:
    """Take back the decision with this NUMBER, as `kawat decisions` lists it.

    Example: kawat undo 12 --by Sari --reason "it was one meeting after all"
    """
    with options.open_existing(target) as record:
        made = record.undo(number, by=by, reason=reason)
        _note(_newest(record, "undo", by), [made] if made else [], out)


def _newest(record: Record, kind: str, by: str) -> Decision:
    """Find the decision that was just taken."""
    return next(d for d in record.decision_page(newest=True).decisions if d.kind == kind and d.by == by)


def _note(decision: Decision, made: Sequence[Event], out: options.Output) -> None:
    """Print the event as it is now, or what has become of it, and on stderr the decision's number."""
    from kawat.desk import wording
    from kawat.desk.cli.events import print_events

    said = out.words.decided
    if out.form == "table":
        for n, event in enumerate(made):
            told = f"{wording.sentence(event, out.words)} [{event.id}]"
            click.echo(f"{said['left' if n else 'split_off']}: {told}" if len(made) > 1 else told)
    else:
        print_events(made, out)
    key = "note_undo" if decision.kind == "undo" else "note"
    name = shlex.quote(line(decision.by))
    click.echo(said[key].format(number=decision.number, by=name, of=decision.of), err=True)


@click.command(short_help="The log of decisions.")
@click.argument("event", required=False)
@click.option(
    "--after", type=click.IntRange(min=0), default=0, help="Only those after the decision of this number."
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@options.record
@options.output
def decisions(event: str | None, after: int, limit: int | None, target: str, out: options.Output) -> None:
    """List what persons have decided, oldest first; of one EVENT also what the rules have.

    Example: kawat decisions --after 120 --limit 50
    """
    from kawat.desk import columns

    with options.open_existing(target) as record:
        out.emit(
            record.decisions(event, after=after, limit=limit),
            columns.decisions(out.words) if out.form == "table" else columns.decision_codes(),
        )


@click.command(short_help="Read stored articles anew.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@options.record
@options.language
def reread(articles: tuple[str, ...], target: str, words: Any) -> None:
    """Read articles of the record (all of them, or those with these ids) anew, by the rules of today.

    What persons have decided stands.

    Example: kawat reread 24-argyle-rencana
    """
    said = words.decided
    with (
        options.open_existing(target) as record,
        progress(_rereadings(record, articles), said["reading"]) as runs,
    ):
        changed = sum(runs)
        every = len(set(articles)) if articles else record.counts().articles
    click.echo(said["reread"].format(n=changed, all=every), err=True)


def _rereadings(record: Record, articles: Sequence[str]) -> Iterator[int]:
    """Read one after the other, and yield for each how many (0 or 1) tell something else."""
    wanted = list(dict.fromkeys(articles)) or record.article_ids()
    for id in wanted if articles else ():
        record.article(id)  # an unknown one ends the run before anything else is changed
    for id in wanted:
        yield record.reread([id])
