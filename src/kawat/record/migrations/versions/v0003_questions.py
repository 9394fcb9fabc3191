"""Tables and indexes by which questions about 100,000 events are answered at once.

They hold what the stored events hold, once more: `record.refilling` writes it when the tables are up to date.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add them in place of the former ones, and note that they are still empty."""
    op.drop_table("event_parties")
    op.drop_table("event_outlets")
    op.drop_index("events_by_day", "events")
    op.add_column("articles", sa.Column("reported", sa.Text, nullable=False, server_default=""))
    op.create_index("articles_by_publication", "articles", ["reported", "id"])
    op.add_column("reports", sa.Column("confidence", sa.Float))
    op.create_index("inputs_by_outcome", "inputs", ["outcome"])
    _facts()
    _parties()
    _others()
    op.execute("DELETE FROM state WHERE name = 'refill'")
    op.execute("INSERT INTO state (name, value) VALUES ('refill', 1)")


def _text(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable, primary_key=primary_key)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _number() -> sa.Column[int]:
    of = sa.ForeignKey("facts.number", ondelete="CASCADE")
    return sa.Column("number", sa.Integer, of, primary_key=True, autoincrement=False)


def _facts() -> None:
    of = sa.ForeignKey("events.id", ondelete="CASCADE")
    op.create_table(
        "facts",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("event", sa.Text, of, nullable=False, unique=True),
        _flag("contact"),
        _text("type"),
        _text("status"),
        _text("mode", nullable=True),
        _text("quad"),
        *(_text(name, nullable=True) for name in ("earliest", "latest", "month", "place", "country")),
        sa.Column("sources", sa.Integer, nullable=False),
        _flag("contested"),
        sa.Column("doubt", sa.Float, nullable=False),
        _flag("confirmed"),
        _text("reported"),
    )
    op.create_index("facts_by_day", "facts", ["earliest", "latest", "event"])
    op.create_index("facts_by_sources", "facts", ["sources", "reported", "event"])
    op.create_index("facts_by_doubt", "facts", ["doubt", "reported", "event"])
    op.create_index("facts_by_report", "facts", ["reported", "event"])
    op.create_index("facts_by_kind", "facts", ["type", "status", "mode", "month"])
    op.create_index("facts_by_status", "facts", ["status"])
    op.create_index("facts_by_place", "facts", ["country", "place"])
    op.create_index("facts_contested", "facts", ["contested"])


def _parties() -> None:
    day = ("contact", "day")
    _of_facts(
        "event_actors", _text("code", primary_key=True), *map(_flag, ("acts", "receives", "contact")), _day()
    )
    op.create_index("event_actors_by_code", "event_actors", ["code", *day])
    told = (_text("code"), _text("name"))
    _of_facts("event_persons", _text("person", primary_key=True), *told, _flag("contact"), _day())
    op.create_index("event_persons_by_person", "event_persons", ["person", "code", "name", *day])
    pair = (_text(name, primary_key=True) for name in ("one", "other"))
    _of_facts("event_pairs", *pair, _flag("contact"), _flag("conflict"), _day())
    op.create_index("event_pairs_by_pair", "event_pairs", ["one", "other", "contact", "conflict", "day"])


def _day() -> sa.Column[str]:
    return _text("day", nullable=True)


def _of_facts(name: str, *columns: sa.Column[str] | sa.Column[bool] | sa.Column[int]) -> None:
    op.create_table(name, _number(), *columns, sqlite_with_rowid=False)


def _others() -> None:
    _of_facts("event_outlets", _text("outlet", primary_key=True), _text("name"))
    op.create_index("event_outlets_by_outlet", "event_outlets", ["outlet", "name"])
    of = sa.ForeignKey("articles.number")
    _of_facts("event_articles", sa.Column("article", sa.Integer, of, primary_key=True, autoincrement=False))
    op.create_index("event_articles_by_article", "event_articles", ["article"])
    op.create_table(
        "plans",
        _number(),
        *(_text(name) for name in ("event", "status", "date")),
        *(_text(name, nullable=True) for name in ("earliest", "latest", "said")),
    )
