"""Alembic runs this to migrate a record, on the connection and in the transaction that Kawat hands it."""

from __future__ import annotations

from alembic import context

from kawat.record.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
