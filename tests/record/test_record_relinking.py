"""Taking reports up one by one, in any order, comes to the events that linking all of them at once makes."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_samples import article

from kawat.linking import link
from kawat.linking import neighbourhoods as near
from kawat.linking.model import Event
from kawat.reading.model import Party, Report
from kawat.record import Entry, open_record

pytestmark = pytest.mark.real_linking

PAGES = 28  # enough for crowds, cut neighbourhoods and copies, and each is taken up alone
PERSONS = {
    "RUS": ["Vladimir Putin", "Sergei Lavrov"],
    "USA": ["Joe Biden", "Antony Blinken"],
    "FRA": ["Emmanuel Macron"],
}


def told(chance: random.Random, n: int) -> Entry:
    """Make an article with one to three reports out of a small world in which much is alike."""
    published = f"2022-01-{chance.randint(1, 28):02}"
    page = msgspec.structs.replace(
        article(f"p{n}", f"Page {n}\nSomething was said.", published=published), language="en"
    )
    return Entry(
        page,
        tuple(_report(chance, page.id, page.digest, published, k) for k in range(chance.randint(1, 3))),
        page.id,
    )


def _report(chance: random.Random, page: str, digest: str, published: str, k: int) -> Report:
    codes = chance.sample(sorted(PERSONS), 2)
    parties = [Party(c, chance.choice([None, *PERSONS[c]]), None, c, 0, 1, "test") for c in codes]
    kind = chance.choice(["CONSULT", "CONSULT", "ACCUSE", "MOBILIZE"])
    return Report(
        article=page, id=f"{digest[:10]}{k}", type=kind,
        mode=chance.choice(["phone", "in-person", "unspecified"]) if kind == "CONSULT" else None,
        actors=(parties[0],), recipients=(parties[1],),
        date=chance.choice([None, None, "2022-01", f"2022-01-{chance.randint(1, 28):02}"]), date_text=None, place=None,
        duration=None, duration_relation=None, status=chance.choice(["held", "held", "planned", "postponed"]),
        attributed_to=(), upstream=(), figures=(), evidence=(), reasons=(), confidence=1.0, language="en",
        published=published, outlet=f"Outlet {chance.randint(1, 4)}", title="", digest=digest,
    )  # fmt: skip


def by_id(events: list[Event]) -> list[Event]:
    return sorted(events, key=lambda e: e.id)


@pytest.mark.parametrize(("largest", "crowd"), [(400, 24), (6, 24), (400, 1)])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_one_by_one_or_all_at_once(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    largest: int,
    crowd: int,
    seed: int,
) -> None:
    """`largest` 6 makes every second neighbourhood one that is cut; `crowd` 1 crowds of all that are alike."""
    monkeypatch.setattr("kawat.linking.crowds.CROWD", crowd)
    monkeypatch.setattr(near, "LARGEST", largest)
    monkeypatch.setattr("kawat.record.relinking.LARGEST", largest)
    chance = random.Random(seed)
    entries = [told(chance, n) for n in range(PAGES)]
    expected = by_id(link(r for e in entries for r in e.reports))
    folder = tmp_path_factory.mktemp("orders")
    for name, step in (("one", 1), ("some", 7)):
        chance.shuffle(entries)
        with open_record(folder / name) as record:
            for i in range(0, len(entries), step):
                record.add_many(entries[i : i + step])
                record.relink()
            assert by_id(record.events()) == expected
            record.relink(again=True)
            assert by_id(record.events()) == expected
