"""E-mail, to a real server on the loopback."""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any

import pytest
from desk_samples import HOSTILE

from kawat.desk.alerts.mail import check_recipient, made, send
from kawat.desk.alerts.messages import Message
from kawat.errors import DeliveryError, UsageError

TO, FROM = "desk@ministry.example", "kawat@desk.example"
MESSAGE = Message("Kawat: Perth (1 baru) → ü", "Baris satu.\n.\n..\n\nUjung ü →\n", {})


class Mailbox(socketserver.ThreadingTCPServer):
    """A mail server that keeps what it takes, and answers to one command with an error if told so."""

    daemon_threads = True

    def __init__(self, refuses: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.refuses = refuses
        self.heard: list[str] = []
        self.mails: list[EmailMessage] = []

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}/{FROM}"


class _Talk(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self._say("220 ready")
        for line in iter(self.rfile.readline, b""):
            said = line.decode().strip()
            self.server.heard.append(said)
            word = said.split()[0].upper()
            if word == self.server.refuses:
                self._say("550 no")
            elif word == "DATA":
                self._take()
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 fine")

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        for line in iter(self.rfile.readline, b".\r\n"):
            lines.append(line.removeprefix(b"."))
        read: Any = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        self.server.mails.append(read)
        self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")


@contextmanager
def mailbox(refuses: str = "") -> Iterator[Mailbox]:
    with Mailbox(refuses) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_what_arrives() -> None:
    with mailbox() as server:
        send(server.address, MESSAGE, TO, "w1-1")
    (mail,) = server.mails
    assert (mail["To"], mail["From"], mail["Subject"]) == (TO, FROM, MESSAGE.subject)
    assert mail["Message-ID"] == "<w1-1@kawat>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content().replace("\r\n", "\n") == MESSAGE.text
    assert f"rcpt TO:<{TO}>" in server.heard


@pytest.mark.parametrize("refuses", ["EHLO", "MAIL", "RCPT", "DATA"])
def test_a_server_that_takes_no_mail(refuses: str) -> None:
    with mailbox(refuses) as server:
        if refuses == "EHLO":  # an old server: it is greeted otherwise
            send(server.address, MESSAGE, TO, "w1-1")
            return
        with pytest.raises(DeliveryError, match="took no mail"):
            send(server.address, MESSAGE, TO, "w1-1")
    assert server.mails == []


def test_nobody_there() -> None:
    with mailbox() as server:
        address = server.address
    with pytest.raises(DeliveryError, match=r"127\.0\.0\.1 took no mail"):
        send(address, MESSAGE, TO, "w1-1")


def test_no_password_without_encryption() -> None:
    with mailbox() as server, pytest.raises(DeliveryError, match="no encryption"):
        send(server.address.replace("//", "//kawat:secret@"), MESSAGE, TO, "w1-1")
    assert not any(word.upper().startswith("AUTH") for word in server.heard)
    assert server.mails == []


@pytest.mark.parametrize(
    "server",
    [
        "", "mail.example", "http://mail.example/a@b.example", "smtp://mail.example", "smtp:///a@b.example",
        "smtp://mail.example:99999/a@b.example", "smtp://mail.example:x/a@b.example",
        "smtp://mail.example/nobody", "smtp://mail.example/a@b.example%0d%0aBcc:c@d.example", "smtp://[::1/a@b.c",
    ],
)  # fmt: skip
def test_servers_that_are_none(server: str) -> None:
    with pytest.raises(UsageError):
        send(server, MESSAGE, TO, "w1-1")


@pytest.mark.parametrize("address", ["a@b.example", "a.b+c@b-c.d.example", "O'Neil_1@xn--bcher-kva.example"])
def test_recipients(address: str) -> None:
    assert check_recipient(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "", "@", "a", "a@", "a@b", "@b.example", "a@b..example", "a@.example", "a@b.example.", ".a@b.example",
        "a..b@c.example", "a@b.example,c@d.example", "a@b.example c@d.example", "a@b.example;c@d.example",
        "a@b.example\r\nBcc: c@d.example", "a@b.example\n", "a\0@b.example", '"a b"@c.example', "<a@b.example>",
        "A <a@b.example>", "a(c)@b.example", "a@[127.0.0.1]", "a@-b.example", "\u202ea@b.example", "ü@b.example",
        "a@b.example\u2028", "a" * 250 + "@b.example",
    ],
)  # fmt: skip
def test_recipients_that_are_none(address: str) -> None:
    with pytest.raises(UsageError, match="write an address like"):
        check_recipient(address)
    with pytest.raises(UsageError):
        made(MESSAGE, address, FROM, "w1-1")


def test_no_words_make_a_header() -> None:
    from kawat.desk.alerts.messages import compose
    from kawat.record.watch_model import Notice, Watch

    name = f"x\r\nBcc: all@evil.example\r\n\r\nbody\x85\u2028\x1c{HOSTILE} =?utf-8?q?=0d=0aX:_y?="
    watch = Watch("w1", "", name, name, "en", "")
    message = compose(watch, [Notice("e1", "new", f"{name}\r\n.\r\nQUIT")], "")
    with mailbox() as server:
        send(server.address, message, TO, "w1-1")
    (mail,) = server.mails
    assert set(mail.keys()) == {
        "From", "To", "Subject", "Message-ID", "Auto-Submitted",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    }  # fmt: skip
    assert mail.get_content().replace("\r\n", "\n") == message.text
    assert [word for word in server.heard if word.startswith("rcpt")] == [f"rcpt TO:<{TO}>"]
