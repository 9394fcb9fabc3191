"""Sends a message by e-mail, through the server that ``KAWAT_SMTP`` names."""

from __future__ import annotations

import smtplib
import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import unquote, urlsplit

from kawat.desk.alerts.messages import Message
from kawat.errors import DeliveryError, UsageError

TIMEOUT = 20.0  # seconds
_LONGEST = 254  # characters of an address, RFC 5321


def check_recipient(address: str) -> str:
    """Return an e-mail address that may be sent to.

    Raises:
        UsageError: it is none.
    """
    try:
        parsed = Address(addr_spec=address)
    except (ValueError, IndexError):
        parsed = Address()
    if len(address) > _LONGEST or not address.isprintable() or not (parsed.username and "." in parsed.domain):
        raise UsageError("email: write an address like name@host.example")
    return parsed.addr_spec


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
    parts = urlsplit(server)
    sender = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or not sender:
        raise UsageError("KAWAT_SMTP: write smtp[s]://[user:password@]host[:port]/sender@host.example")
    mail = made(message, recipient, check_recipient(sender), number)
    try:
        with _connected(parts.scheme, parts.hostname, parts.port) as smtp:
            if parts.username:
                smtp.login(unquote(parts.username), unquote(parts.password or ""))
            smtp.send_message(mail)
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryError(f"{parts.hostname} took no mail: {type(error).__name__}") from error


def _connected(scheme: str, host: str, port: int | None) -> smtplib.SMTP:
    if scheme == "smtps":
        return smtplib.SMTP_SSL(host, port or 465, timeout=TIMEOUT, context=ssl.create_default_context())
    smtp = smtplib.SMTP(host, port or 25, timeout=TIMEOUT)
    smtp.ehlo()
    if smtp.has_extn("starttls"):
        smtp.starttls(context=ssl.create_default_context())
        smtp.ehlo()
    return smtp
