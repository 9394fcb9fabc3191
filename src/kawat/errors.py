"""The error tree. Every error that Kawat raises on purpose is drawn here, and its message says what to do.

KawatError
├── UsageError          the caller asked for something that cannot be (unknown format, bad date)
├── PackError           a language pack is broken: file, place, remedy
├── KnowledgeError      a knowledge file is broken: file, line, remedy
├── PageError           one page cannot be read; a run notes it and goes on
│   ├── EmptyPage       no text in it
│   ├── BinaryPage      bytes that are no text
│   ├── HugePage        more than the limit in `settings`
│   ├── UnreadablePage  the file system says no
│   └── BadLine         a JSON line that holds no article
├── RecordError         the record cannot be opened or written
├── ServerError         a server with a record cannot be reached, or fails
└── DeliveryError       a message cannot be delivered; it is tried again
"""

from __future__ import annotations

from collections.abc import Iterable


class KawatError(Exception):
    """Root of all errors that Kawat raises on purpose.

    The message is for programs, logs and the command line. `code` names the error for screens, which say it in their
    own language (`desk/words/areas/errors.*.toml`) with `blanks` filled in; "" where no screen shows it.
    """

    def __init__(self, message: str = "", /, *, code: str = "", **blanks: object) -> None:
        super().__init__(message)
        self.code = code
        self.blanks = blanks


class UsageError(KawatError):
    """The call itself is at fault; the message names the argument."""

    @staticmethod
    def none_of(field: str, value: str, choices: Iterable[str]) -> UsageError:
        """Make the error that a field has a value that is none of its choices."""
        listed = ", ".join(choices)
        message = f"{field}: {value!r} is none of {listed}"
        return UsageError(message, code="none_of", field=field, value=value, choices=listed)


class PackError(KawatError):
    """A language pack is broken; the message names file, place and remedy."""


class KnowledgeError(KawatError):
    """A knowledge file is broken; the message names file, line and remedy."""


class PageError(KawatError):
    """One page cannot be read. A run records it as failed, with this message, and goes on."""


class EmptyPage(PageError):
    """The page holds no text."""


class BinaryPage(PageError):
    """The bytes are not text in any encoding that Kawat reads."""


class HugePage(PageError):
    """The page is larger than `settings.page_limit`."""


class UnreadablePage(PageError):
    """The file cannot be opened."""


class BadLine(PageError):
    """A JSON line is no JSON, or has no text."""


class RecordError(KawatError):
    """The record cannot be opened, read or written."""


class ServerError(KawatError):
    """A server with a record cannot be reached, fails, or answers otherwise than Kawat does."""


class DeliveryError(KawatError):
    """A message cannot be delivered: its address may not be reached, or does not take it."""
