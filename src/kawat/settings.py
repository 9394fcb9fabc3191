"""Settings of a run. The environment is read here and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping

import msgspec

_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order of POSIX


class Settings(msgspec.Struct, frozen=True):
    """What a run may be told; the defaults suit a laptop."""

    page_limit: int = 10_000_000  # bytes of one page; larger ones are refused, and never read whole
    record: str = "kawat.db"  # file or URL of the record
    by: str = ""  # who signs decisions about the record
    smtp: str = ""  # server that alerts are mailed through: smtp[s]://[user:password@]host[:port]/sender@host
    language: str = "en"  # ISO 639-1, of the screen and of briefs; "en" where the desk lacks it


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from `environment` (default: the process's own).

    ``KAWAT_RECORD`` names the record, ``KAWAT_BY`` who signs decisions about it, ``KAWAT_SMTP`` the mail server.
    The first of ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` that is set names the language.
    """
    env = os.environ if environment is None else environment
    locale = next((value for name in _LOCALES if (value := env.get(name))), "")
    return Settings(
        record=env.get("KAWAT_RECORD") or DEFAULTS.record,
        by=env.get("KAWAT_BY") or DEFAULTS.by,
        smtp=env.get("KAWAT_SMTP") or DEFAULTS.smtp,
        language=locale[:2].lower() or DEFAULTS.language,
    )


def one_core() -> None:
    """Let this process, and those that it starts, do its sums on one core, unless the environment says otherwise.

    The coder's matrices are small: more threads only fight over them. Must be called before numpy is imported.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


#: Settings that hold where nothing else is said.
DEFAULTS = Settings()
