"""The commands about saved searches: `kawat alerts add`, `list`, `check`, `test`, `remove`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from kawat.desk.cli import options
from kawat.settings import settings

if TYPE_CHECKING:
    from kawat.desk.alerts.rounds import Post
    from kawat.desk.words import Words

_BASE = click.option("--base", default="", metavar="URL", help="Address of the desk, for links in messages.")
_PRIVATE = click.option(
    "--allow-private", "private", is_flag=True, help="Let webhooks reach this machine and its network."
)


@click.group(short_help="Saved searches that tell what is new.")
def alerts() -> None:
    """Save a search, and be told what is new to it, by feed, webhook or e-mail.

    `kawat serve` looks once a minute; without it, let cron run `kawat alerts check`.

    Example: kawat alerts list
    """


@alerts.command()
@click.argument("name")
@options.record
@options.filters
@click.option("--webhook", metavar="URL", help="Post signed JSON to this address.")
@click.option("--email", metavar="ADDRESS", help="Mail to this address; KAWAT_SMTP names the server.")
@options.language
def add(
    *, name: str, target: str, wanted: options.Wanted, webhook: str | None, email: str | None, words: Words
) -> None:
    """Save a search under NAME. It knows all that it finds now, and tells what comes after.

    Example: kawat alerts add "Jakarta and Canberra" --between IDN AUS --email desk@ministry.example
    """
    from kawat.desk.alerts import mail, rounds, webhooks
    from kawat.record.watch_model import Watch
    from kawat.record.watching import watching_of

    if webhook:
        webhooks.check_address(webhook)
    recipient = mail.check_recipient(email) if email else None
    filter = options.make_filter(wanted)
    created = datetime.now(UTC).isoformat(timespec="seconds")
    with options.open_existing(target) as record:
        query = rounds.query_of(record, filter)
        watch = Watch("", "", name, query, words.language, created, webhook, recipient)
        made, key = watching_of(record).add(watch, rounds.baseline(record, query))
        click.echo(f"{made.id}\t/alerts/{made.id}/feed.atom?key={key}")
        if webhook:
            click.echo(f"secret\t{watching_of(record).secret(made.id)}")


@alerts.command("list")
@options.record
@options.output
def list_(target: str, out: options.Output) -> None:
    """List saved searches.

    Example: kawat alerts list
    """
    from kawat.desk import columns
    from kawat.record.watching import watching_of

    with options.open_existing(target) as record:
        out.emit(watching_of(record).all(), columns.watches(out.words))


@alerts.command()
@options.record
@_BASE
@_PRIVATE
def check(target: str, base: str, private: bool) -> None:
    """Look once for all saved searches, and send what is owed.

    Example: kawat alerts check --base http://desk.example:8000
    """
    from kawat.desk.alerts.rounds import round_of
    from kawat.desk.clean import line

    with options.open_existing(target) as record:
        for watch, new in round_of(record, _post(base, private), datetime.now(UTC)):
            click.echo(f"{watch.id}\t{new}\t{line(watch.name)}")


@alerts.command()
@click.argument("search")
@click.argument("channel", type=click.Choice(["webhook", "email"]))
@options.record
@_BASE
@_PRIVATE
def test(search: str, channel: Any, target: str, base: str, private: bool) -> None:
    """Send a test message of SEARCH (its id) by CHANNEL.

    Example: kawat alerts test 3f2a9c webhook
    """
    from kawat.desk.alerts import rounds
    from kawat.record.watching import watching_of

    with options.open_existing(target) as record:
        watch = watching_of(record).one(search)
        rounds.test(record, watch, channel, _post(base, private), datetime.now(UTC))
    click.echo(f"{search}\tsent")


@alerts.command()
@click.argument("search")
@options.record
def remove(search: str, target: str) -> None:
    """Remove SEARCH (its id), with all that was found for it.

    Example: kawat alerts remove 3f2a9c
    """
    from kawat.record.watching import watching_of

    with options.open_existing(target) as record:
        watching_of(record).remove(search)


def _post(base: str, private: bool) -> Post:
    from kawat.desk.alerts.rounds import Post
    from kawat.desk.alerts.webhooks import Guard

    return Post(base=base, smtp=settings().smtp, guard=Guard(private=private))
