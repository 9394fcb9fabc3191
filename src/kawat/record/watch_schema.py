"""The tables of saved searches: what each has told already, what it found new, and what was sent.

watches ──< watch_seen          the events that it has, each as it was last told
        ──< watch_notices       what was new or had changed, in order
        ──< watch_deliveries    messages that are owed, sent, or given up
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from kawat.record.schema import metadata

watches = Table(
    "watches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("owner", Text, nullable=False),  # who saved it; "" where nobody logs in
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),  # a filter as the query of an address
    Column("language", Text, nullable=False),  # of what is sent
    Column("created", Text, nullable=False),  # ISO 8601, UTC, like all times here
    Column("webhook", Text),  # address that is sent to
    Column("email", Text),
    Column("secret", Text, nullable=False),  # signs what is sent to the webhook
    Column("feed", String(64), nullable=False),  # digest of the key of its feed
    Index("watches_by_owner", "owner"),
)


def _watch(*, key: bool) -> Column[str]:
    of = ForeignKey("watches.id", ondelete="CASCADE")
    return Column("watch", Text, of, primary_key=key, nullable=False)


watch_seen = Table(
    "watch_seen",
    metadata,
    _watch(key=True),
    Column("event", Text, primary_key=True),
    Column("data", Text, nullable=False),  # JSON: a Glance
)

watch_notices = Table(
    "watch_notices",
    metadata,
    Column("number", Integer, primary_key=True),
    _watch(key=False),
    Column("at", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("data", Text, nullable=False),  # JSON: a Notice
    Index("watch_notices_by_watch", "watch", "number"),
)

watch_deliveries = Table(
    "watch_deliveries",
    metadata,
    Column("number", Integer, primary_key=True),
    _watch(key=False),
    Column("channel", Text, nullable=False),  # webhook, email
    Column("first", Integer, nullable=False),  # number of the first notice in it
    Column("last", Integer, nullable=False),
    Column("at", Text, nullable=False),  # when it was tried last, or owed
    Column("outcome", Text, nullable=False),  # waiting, sent, failed
    Column("tries", Integer, nullable=False),
    Column("next_try", Text),
    Column("error", Text),
    Index("watch_deliveries_by_watch", "watch", "channel", "number"),
)
