"""`kawat export`: filters, files that are whole or not there, what is asked wrongly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk_samples import Run
from exports_samples import BASE

from kawat.desk import exports
from kawat.desk.cli.export import NAMES
from kawat.desk.exports.common import address
from kawat.desk.words import area
from kawat.errors import UsageError
from kawat.record import Filter, open_record


def test_the_command_knows_all_formats() -> None:
    assert tuple(exports.FORMATS) == NAMES
    for language in ("en", "id"):
        assert {f.title for f in exports.FORMATS.values()} <= set(area("exports", language))
    assert set(area("exports", "en")) == set(area("exports", "id"))


@pytest.mark.parametrize("name", NAMES)
def test_each_format_to_stdout_and_to_a_file(run: Run, record: str, name: str) -> None:
    told = run("export", name, "--record", record, "--today", "2024-07-01")
    assert told.exit_code == 0, told.output
    assert run("export", name, "--record", record, "--today", "2024-07-01", "--output", "out").exit_code == 0
    assert Path("out").read_bytes() == told.stdout_bytes
    assert [p.name for p in Path().iterdir()] == ["out"]


def test_filters_and_limit(run: Run, record: str) -> None:
    def dates(*options: str) -> list[str | None]:
        out = run("export", "jsonl", "--record", record, *options).stdout
        return [json.loads(x)["date"] for x in out.splitlines()]

    assert dates("--status", "planned") == ["2024-05-20"]
    assert dates("--between", "Indonesia", "MYS") == ["2024-05-07"]
    assert dates("--limit", "1") == ["2024-05-20"]


def test_links_lead_to_the_desk(run: Run, record: str) -> None:
    out = run("export", "atom", "--record", record, "--base", f"{BASE}/").stdout
    assert f'href="{BASE}/events/' in out


@pytest.mark.parametrize(
    "options",
    [
        ("docx",),
        ("ics", "--base", "javascript:alert(1)"),
        ("ics", "--output", "."),
        ("csv", "--output", "no/such/file"),
    ],
)
def test_what_is_asked_wrongly_says_so(run: Run, record: str, options: tuple[str, ...]) -> None:
    told = run("export", *options, "--record", record)
    assert told.exit_code == 2 and "Error" in told.output


def test_a_file_that_fails_halfway_leaves_the_old_one(tmp_path: Path) -> None:
    from kawat.desk.cli.export import write

    def pieces() -> object:
        yield b"half"
        raise RuntimeError("power cut")

    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write(pieces(), str(path))  # type: ignore[arg-type]
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"kawat\[frames\]"):
        exports.find("parquet")
    with pytest.raises(UsageError, match="choose one of jsonl"):
        exports.find("docx")


def test_events_come_in_pages_without_gaps(record: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "SIZE", 1)
    with open_record(record, create=False) as opened:
        assert list(exports.stream(opened, Filter())) == opened.events()


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://a.example/x", "https://a.example/x"), ("HTTP://A.example:80/x?y=1#z", "http://a.example:80/x?y=1#z"),
        ("https://a.example/ä b\"<>", "https://a.example/%C3%A4%20b%22%3C%3E"),
        ("https://u:p@a.example/", "https://a.example/"), ("https://a.example/%zz#a#b", "https://a.example/%25zz#a%23b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("javascript:alert(1)", None), ("data:text/html,x", None), ("//a.example/", None), ("https://", None),
        ("https://a.example:99999/", None), ("https://a b/", None), ("ftp://a.example/", None), (None, None),
        ("", None),
        ("http://[::1/", None), ("https://a.example\n/", "https://a.example/"),
    ],
)  # fmt: skip
def test_addresses(url: str | None, wanted: str | None) -> None:
    assert address(url) == wanted
