"""Who vouches for an event: independent sources, so that one agency's story is not counted per outlet.

The witness of a report is the first agency or outlet that its article credits (articles name the one that
they follow first; taking all credits together would make one witness of everybody who ever used two
agencies), else its own outlet, else the article itself. An article with the same text as an earlier one is
a copy, and has that one's witness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kawat.linking.days import instant
from kawat.linking.model import Witness
from kawat.linking.names import source_key
from kawat.reading.model import Report

#: Identifies a report within a set of reports: copies in two articles share the id.
Key = tuple[str, str]


def key(report: Report) -> Key:
    """Return the article and id of a report."""
    return report.article, report.id


def by_publication(reports: Iterable[Report]) -> list[Report]:
    """Sort reports by publication, earliest first; unknown ones last, ties by article and id."""
    return sorted(
        reports, key=lambda r: (not instant(r.published), instant(r.published), r.article, r.id, r.type)
    )


def sources(reports: Iterable[Report]) -> tuple[Witness, ...]:
    """Return the independent sources of the reports, the one that told it first at the head."""
    known = by_publication(reports)
    keys = _witness_keys(known)
    groups: dict[str, list[Report]] = {}
    for r in known:
        groups.setdefault(keys[key(r)], []).append(r)
    return tuple(_witness(group) for group in groups.values())


def witness_names(reports: Iterable[Report]) -> Mapping[Key, str]:
    """Map each report (article, id) to the name of its witness, as in `sources`."""
    known = by_publication(reports)
    keys = _witness_keys(known)
    names: dict[str, str] = {}
    for r in known:
        names.setdefault(keys[key(r)], _name(r))
    return {k: names[witness] for k, witness in keys.items()}


def _witness_keys(known: list[Report]) -> dict[Key, str]:
    originals: dict[str, Report] = {}
    keys: dict[Key, str] = {}
    for r in known:
        original = originals.setdefault(r.digest, r) if r.digest else r
        keys[key(r)] = source_key(_name(original))
    return keys


def _name(report: Report) -> str:
    """Return the usual name of a report's witness."""
    own = source_key(report.outlet or "")
    for credit in report.upstream:
        if source_key(credit) and source_key(credit) != own:
            return credit
    return report.outlet or report.article


def _witness(group: list[Report]) -> Witness:
    return Witness(
        name=_name(group[0]),
        outlets=tuple(sorted({r.outlet for r in group if r.outlet})),
        articles=tuple(dict.fromkeys(r.article for r in group)),
        first=group[0].published,
    )
