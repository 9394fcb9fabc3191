"""The formats in which a brief is set."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from kawat.desk.briefs.model import Brief
from kawat.desk.words import Words
from kawat.errors import UsageError


class Setting(NamedTuple):
    """A format: how its files are called, and how a brief becomes one."""

    name: str  # md, html, pdf, docx
    media: str  # media type
    extension: str  # of its files, with the dot
    extra: str | None  # what to install for it, None where it needs nothing
    module: str  # of this package; loaded when a brief is set, for some take long

    @property
    def binary(self) -> bool:
        """Whether its files are no text."""
        return not self.media.startswith("text/")

    def set(self, brief: Brief, words: Words) -> bytes:
        """Set a brief; the same brief gives the same bytes.

        Raises:
            UsageError: what the format needs is not installed; the message says how to.
        """
        try:
            module = import_module(f"kawat.desk.briefs.{self.module}")
        except ModuleNotFoundError as e:
            if self.extra is None or (e.name or "").startswith("kawat"):
                raise
            raise UsageError(
                f'a brief as {self.name} needs what is not installed ({e.name}): pip install "kawat[{self.extra}]"',
                code="not_installed",
                name=self.name,
            ) from e
        set_brief: Callable[[Brief, Words], bytes] = module.set_brief
        return set_brief(brief, words)


#: By name, as `kawat brief --format` has them.
FORMATS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("md", "text/markdown; charset=utf-8", ".md", None, "markdown"),
        Setting("html", "text/html; charset=utf-8", ".html", None, "html"),
        Setting("pdf", "application/pdf", ".pdf", "pdf", "pdf"),
        Setting(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".docx",
            "docx",
            "docx",
        ),
    )
}
