"""Sends a message by e-mail, through the server that ``KAWAT_SMTP`` names."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import SplitResult, unquote, urlsplit

from kawat.desk.alerts.messages import Message
from kawat.errors import DeliveryError, UsageError

TIMEOUT = 20.0  # seconds
_LONGEST = 254  # characters of an address, RFC 5321
#: One plain address: no names, comments or quotes around it, in which a second one could hide.
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
)


def check_recipient(address: str) -> str:
    """Return an e-mail address that may be sent to.

    Raises:
        UsageError: it is none.
    """
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        raise UsageError("email: write an address like name@host.example", code="no_email")
    return address


def made(message: Message, recipient: str, sender: str, number: str) -> EmailMessage:
    """Return a message as an e-mail; its text can neither add a header nor end it early."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, check_recipient(recipient), message.subject
    mail["Message-ID"] = f"<{number}@kawat>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.text)
    return mail


def send(server: str, message: Message, recipient: str, number: str) -> None:
    """Send a message through `server`: ``smtp[s]://[user:password@]host[:port]/sender@host``.

    Raises:
        UsageError: `server` or the recipient is not of that form.
        DeliveryError: the server cannot be reached, or takes no mail for the recipient.
    """
    parts, host, port = _parts(server)
    mail = made(message, recipient, check_recipient(unquote(parts.path.lstrip("/"))), number)
    try:
        with _connected(parts.scheme, host, port) as smtp:
            if parts.username:
                _log_in(smtp, unquote(parts.username), unquote(parts.password or ""))
            smtp.send_message(mail)
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise DeliveryError(
            f"{host} took no mail: {type(error).__name__}", code="no_mail_taken", host=host
        ) from error


def _parts(server: str) -> tuple[SplitResult, str, int | None]:
    try:
        parts = urlsplit(server)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or not parts.path.strip("/"):
        raise UsageError("KAWAT_SMTP: write smtp[s]://[user:password@]host[:port]/sender@host.example")
    return parts, parts.hostname, port


@contextmanager
def _connected(scheme: str, host: str, port: int | None) -> Iterator[smtplib.SMTP]:
    """Connect, encrypted wherever the server offers it."""
    safe = ssl.create_default_context()
    if scheme == "smtps":
        with smtplib.SMTP_SSL(host, port or 465, timeout=TIMEOUT, context=safe) as smtp:
            yield smtp
        return
    with smtplib.SMTP(host, port or 25, timeout=TIMEOUT) as smtp:
        smtp.ehlo()
        if smtp.has_extn("starttls"):
            smtp.starttls(context=safe)
        yield smtp


def _log_in(smtp: smtplib.SMTP, user: str, password: str) -> None:
    if not isinstance(smtp.sock, ssl.SSLSocket):  # whoever listens would have the password
        raise DeliveryError(
            "the mail server offers no encryption, so it gets no password; try smtps://", code="mail_plain"
        )
    smtp.login(user, password)
