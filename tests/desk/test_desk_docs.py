from __future__ import annotations

import shlex
from pathlib import Path

import click

from kawat.desk.cli import cli

TEXT = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
EXAMPLES = [line.strip()[2:] for line in TEXT.splitlines() if line.startswith("    $ kawat ")]


def test_every_command_has_its_section_and_example() -> None:
    for name in cli.commands:
        assert f"### kawat {name}" in TEXT
        assert any(f"kawat {name}" in example for example in EXAMPLES), name


def test_every_option_is_told() -> None:
    for command in (cli, *cli.commands.values()):
        for option in command.get_params(click.Context(command)):
            for name in option.opts if isinstance(option, click.Option) else ():
                assert f"`{name}" in TEXT, name


def test_every_example_can_be_typed() -> None:
    for example in EXAMPLES:
        for part in example.split(" | "):
            name, *arguments = shlex.split(part.split(" > ")[0])[1:]
            cli.commands[name].make_context(name, arguments, resilient_parsing=False)
