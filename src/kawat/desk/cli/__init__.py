"""The command line: a file for each group of commands. Each imports what it needs when it runs: help is fast.

Exit codes: 0 all good; 1 some inputs failed; 2 usage; 3 nothing could be read.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import Any

import click

import kawat
from kawat.desk.clean import line
from kawat.desk.cli import (
    alerts,
    brief,
    demo,
    editing,
    events,
    explain,
    export,
    serve,
    show,
    stages,
    store,
    stories,
    team,
    why_not,
)
from kawat.errors import KawatError, UsageError
from kawat.settings import one_core


class _Unread(click.ClickException):
    """Nothing could be read."""

    exit_code = 3


class _Kawat(click.Group):
    """Turns Kawat's own errors into one line on stderr and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the flow, not of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except UsageError as e:
            raise click.UsageError(line(str(e))) from e
        except BrokenPipeError:  # a reader of the pipe that leaves early (`| head`) is no error
            _quiet_stdout()
            return 0
        except KawatError as e:
            raise _Unread(line(str(e))) from e


@click.group(cls=_Kawat, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(kawat.__version__)
def cli() -> None:
    """Kawat reads news pages and keeps the diplomatic record: who met, called, asked or accused whom, when,
    planned or held, and the sentence that proves it.

    Each stage has its command (article, annotate, read, link); `add` runs them all and keeps the result in a
    record, which the other commands ask. Data goes to stdout, everything else to stderr.
    """


@click.command(short_help="Completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for SHELL.

    Example: kawat completion bash > ~/.local/share/bash-completion/completions/kawat
    """
    from click.shell_completion import get_completion_class

    maker = get_completion_class(shell)
    if maker is None:  # pragma: no cover (click knows all three)
        raise UsageError(f"no completion for {shell}")
    click.echo(maker(cli, {}, "kawat", "_KAWAT_COMPLETE").source())


for _command in (
    *(stages.article, stages.annotate, stages.read, explain.explain, stages.link),
    *(store.add, events.contacts, events.acts, show.show, events.search, events.timeline, events.agenda),
    *(stories.stories, brief.brief, export.export, serve.serve, alerts.alerts),
    *(
        why_not.why_not,
        editing.join,
        editing.split,
        editing.correct,
        editing.confirm,
        editing.undo,
        editing.decisions,
    ),
    *(team.users, team.tokens, team.audit),
    *(editing.reread, demo.demo, completion),
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line and leave with its exit code."""
    one_core()
    _set_up_streams()
    try:
        cli(prog_name="kawat")
    except OSError as e:  # pages and records have errors of their own: what is left is what we write to
        _quiet_stdout()
        click.echo(f"Error: {line(str(e.filename or 'the output'))}: {e.strerror or e}", err=True)
        sys.exit(1)


def _set_up_streams() -> None:
    """See that stdout and stderr take all that there is to say.

    What goes to a closed one (`>&-`) goes nowhere, and not into the next file that is opened.
    """
    if sys.stdout is None or sys.stderr is None:
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end, as they are
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    if isinstance(sys.stdout, io.TextIOWrapper):  # files and pipes get UTF-8; a terminal what it can show
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


def _quiet_stdout() -> None:
    """Let the interpreter flush into nothing at its end, instead of failing once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
