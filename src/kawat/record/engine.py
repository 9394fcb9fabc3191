"""The way to the database: connections, transactions, migrations, and errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, text, update
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from kawat.errors import RecordError
from kawat.record import fact_schema, team_schema, watch_schema  # noqa: F401 - their tables are of the same record
from kawat.record.schema import REVISIONS, state

#: What the database may say, and what it means to the user; the first that occurs in its words counts.
_REMEDIES = (
    ("not a database", "is not a Kawat record; name another file"),
    ("malformed", "is damaged; restore it from a copy, or make a new one from the pages"),
    ("locked", "another process is writing to it; try again when it is done"),
    ("lock timeout", "another process is writing to it; try again when it is done"),
    ("readonly", "it or its folder may not be written to; change the permissions, or copy it elsewhere"),
    (
        "unable to open",
        "cannot be opened; see that it is a file, and that you may write to it and its folder",
    ),
    ("disk is full", "the disk is full; nothing of the last batch was stored; make room and run again"),
)
#: Connections that are kept, and opened beyond these: as many as a server has threads, so that none waits for one.
_POOL = {"pool_size": 10, "max_overflow": 54}
_CACHED = (
    8192  # KiB of the file that each connection to SQLite keeps; the system keeps the rest for all of them
)
_VERSIONS = 2**31 - 1  # numbers that a version may have
_LOCK = 0x6B61776174  # "kawat": the advisory lock of all who write to a PostgreSQL record


def engine_for(target: str | Path, *, create: bool, timeout: float) -> Engine:
    """Make the engine for a path or URL; nothing is opened yet.

    Raises:
        RecordError: the URL names no database that Kawat knows, or the file or its folder is not there.
    """
    url = _url(target)
    if url.drivername.startswith("sqlite"):
        _check_file(url, create)
        engine = _create(url, connect_args={"timeout": timeout}, **_POOL)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    options = {"options": f"-c lock_timeout={int(timeout * 1000)}"}
    return _create(url, connect_args=options, pool_pre_ping=True, **_POOL)


def name_of(engine: Engine) -> str:
    """Return the record's name for messages: its path, or its URL without the password."""
    url = engine.url
    is_file = url.drivername.startswith("sqlite") and url.database
    return f"record {url.database if is_file else url.render_as_string(hide_password=True)}"


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn what the database raises into `RecordError` with a remedy."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        said = str(getattr(error, "orig", None) or error)
        remedy = next((r for words, r in _REMEDIES if words in said), f"the database says: {said}")
        raise RecordError(f"{name}: {remedy}") from error
    except UnicodeEncodeError as error:
        raise RecordError(f"{name}: a text holds code points that cannot be stored ({error})") from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open one view of the record, the same from the first query to the last."""
    with explained(name_of(engine)), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, *, quiet: bool = False) -> Iterator[Connection]:
    """Open one transaction as the only writer: on disk when the block has ended, undone if it raises.

    `quiet`: what is written (who is signed in, what they were mailed) changes no answer of the record.
    """
    with explained(name_of(engine)), engine.execution_options(kawat_writes=True).begin() as connection:
        if connection.dialect.name != "sqlite":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        before = _changes(connection)
        yield connection
        if not quiet and _changes(connection) != before:
            _note_change(connection)


def _changes(connection: Connection) -> object:
    """Return what differs from before when the transaction has written something."""
    if connection.dialect.name == "sqlite":
        return connection.connection.dbapi_connection.total_changes  # type: ignore[union-attr]
    return connection.execute(text("SELECT txid_current_if_assigned()")).scalar()


def _note_change(connection: Connection) -> None:
    """Let the record's version go up."""
    up = update(state).where(state.c.name == "version").values(value=(state.c.value + 1) % _VERSIONS)
    if not connection.execute(up).rowcount:
        connection.execute(insert(state), {"name": "version", "value": 1})


def migrate(engine: Engine, *, create: bool) -> None:
    """Bring the tables to the newest version; make them in an empty database, if `create`.

    Raises:
        RecordError: it holds something else, or nothing, or comes from a newer Kawat.
    """
    name = name_of(engine)
    with reading(engine) as connection:
        version = _version(connection, name)
    if version == REVISIONS[-1]:
        return
    if version is None and not create:
        raise RecordError(f"{name}: is empty; fill it with: kawat add PATH...")
    if version is None and engine.dialect.name == "sqlite":
        _use_wal(engine)
    with writing(engine) as connection:
        if _version(connection, name) != REVISIONS[-1]:
            _upgrade(connection)


def _url(target: str | Path) -> URL:
    if isinstance(target, Path) or "://" not in target:
        return URL.create("sqlite", database=str(target))
    try:
        url = make_url(target)
    except ArgumentError as error:
        raise RecordError(
            "the record's URL cannot be read; write sqlite:///FILE or postgresql://..."
        ) from error
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise RecordError(
            f"{url.drivername}: a record is kept in SQLite or PostgreSQL; write sqlite:///FILE or postgresql://..."
        )
    return url


def _check_file(url: URL, create: bool) -> None:
    if not url.database or url.database == ":memory:":
        raise RecordError("a record needs a file; write sqlite:///FILE or the file's path")
    if "\0" in url.database:
        raise RecordError(f"record {url.database!r} cannot be opened: no file has such a name")
    path = Path(url.database)
    try:
        exists, folder = path.exists(), path.parent.is_dir()
    except OSError as error:
        raise RecordError(f"record {path}: cannot be opened ({error.strerror or error})") from error
    if not exists and not create:
        raise RecordError(f"record {path} is not there; make it with: kawat add PATH... --record {path}")
    if not folder:
        raise RecordError(f"record {path}: there is no folder {path.parent}; make it first")


def _create(url: URL, **options: Any) -> Engine:
    try:
        return create_engine(url, **options)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise RecordError(
            "PostgreSQL needs its driver; install it with: pip install 'kawat[postgres]'"
        ) from error


def _set_up_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = (
        None  # the driver must not begin transactions of its own; `_begin_sqlite` does
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged survives a power cut
    connection.execute(f"PRAGMA cache_size = -{_CACHED}")
    connection.execute("PRAGMA temp_store = MEMORY")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("kawat_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_wal(engine: Engine) -> None:
    """Let readers read while one writes. If another process is just making the record, it does this."""
    with explained(name_of(engine)), closing(engine.raw_connection()) as connection:
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise


def _version(connection: Connection, name: str) -> str | None:
    """Return the version of the tables, None where there are none."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "articles"} <= tables:
        raise RecordError(f"{name}: is not a Kawat record, but a database of something else; name another")
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if version not in REVISIONS:
        raise RecordError(
            f"{name}: was written by a newer Kawat (tables {version}); upgrade Kawat to open it"
        )
    return str(version)


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - a record that is up to date does not pay for it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "kawat.record:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    from kawat.record.refilling import refill  # noqa: PLC0415 - nor for this

    refill(connection)
