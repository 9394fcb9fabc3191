"""Where messages may be sent to, and what arrives: a real server on the loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kawat.desk.alerts.webhooks import Guard, check_address, is_public, send, signature
from kawat.errors import DeliveryError, UsageError

PRIVATE = Guard(private=True)


@contextmanager
def served(
    status: int = 204, location: str = ""
) -> Iterator[tuple[str, list[tuple[str, dict[str, str], bytes]]]]:
    """Serve on the loopback; yield the address and what arrives."""
    got: list[tuple[str, dict[str, str], bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", got
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_what_arrives() -> None:
    with served() as (base, got):
        send(f"{base}/hook?x=1", b'{"a":1}', {"X-Kawat-Signature": "t=1,v1=ab"}, PRIVATE)
    ((path, headers, body),) = got
    assert (path, body, headers["x-kawat-signature"]) == ("/hook?x=1", b'{"a":1}', "t=1,v1=ab")
    assert headers["host"] == base.removeprefix("http://")


@pytest.mark.parametrize("status", [301, 307, 400, 404, 500])
def test_other_answers_are_failures(status: int) -> None:
    with served(status, location="http://127.0.0.1:1/") as (base, got):
        with pytest.raises(DeliveryError, match=str(status)):
            send(base, b"", {}, PRIVATE)
        assert len(got) == 1  # nothing is followed


def test_nobody_there() -> None:
    with served() as (base, _):
        pass
    with pytest.raises(DeliveryError, match="cannot be reached"):
        send(base, b"", {}, PRIVATE)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1",
        "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "ff02::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(DeliveryError, match="not on the public network"):
        send("http://hooks.example/", b"", {}, resolve=lambda _h, _p: [address])


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"])
def test_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_is_enough_to_refuse() -> None:
    with pytest.raises(DeliveryError, match="not on the public network"):
        send("http://hooks.example/", b"", {}, resolve=lambda _h, _p: ["93.184.216.34", "10.0.0.1"])


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_spellings_of_this_machine(host: str) -> None:
    with pytest.raises(DeliveryError):
        send(f"http://{host}/", b"", {})


def test_the_address_that_was_checked_is_the_one_that_is_reached() -> None:
    """A name that answers otherwise the second time gains nothing: it is asked once."""
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["203.0.113.9"]

    with served() as (base, got):
        port = base.rsplit(":", 1)[1]
        send(f"http://rebind.example:{port}/x", b"", {}, PRIVATE, resolve)
    assert asked == ["rebind.example"]
    assert got[0][1]["host"] == f"rebind.example:{port}"


@pytest.mark.parametrize(
    "url",
    [
        "", "ftp://a.example", "file:///etc/passwd", "javascript:alert(1)", "http://", "http:///x", "//a.example",
        "http://u:p@a.example/", "http://a.example\\@b.example/", "http://a.example/\r\nX: y", "http://a b/",
        "http://a.example:99999/", "http://a.example:x/", "http://[::1", "http://a.example/" + "x" * 500,
    ],
)  # fmt: skip
def test_no_address(url: str) -> None:
    with pytest.raises(UsageError, match="webhook"):
        check_address(url)


def test_signature() -> None:
    assert signature("s", "1", b"x") == signature("s", "1", b"x")
    assert (
        len(
            {
                signature("s", "1", b"x"),
                signature("t", "1", b"x"),
                signature("s", "2", b"x"),
                signature("s", "1", b"y"),
            }
        )
        == 4
    )
