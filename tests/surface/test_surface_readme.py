"""The README's first screen is real: its text gives its output, and its commands exist."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from click.testing import CliRunner

from kawat.desk.cli import cli

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", README, re.M | re.S)


def test_the_text_of_the_first_screen_gives_its_output(tmp_path: Path) -> None:
    text, shown = BLOCKS[:2]
    page = tmp_path / "call.txt"
    page.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["read", str(page), "--format", "csv"])
    assert result.exit_code == 0, result.output
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert [row[:-1] for row in rows] == list(csv.reader(io.StringIO(shown)))


def test_every_command_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"^kawat ([\w-]+)", README, re.M))
    assert named
    assert named <= set(cli.commands)
