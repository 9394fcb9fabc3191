"""Who says "I" on a government's own page: by its title, else by the office whose page it is."""

from __future__ import annotations

import pytest
from telling import reports

I_CONDEMN = "I condemn the attack by Mali on Niger."


@pytest.mark.parametrize(
    ("outlet", "title", "text", "person"),
    [
        # the office whose page it is, where somebody speaks in the first person
        ("The White House", "On the attack", I_CONDEMN, "Joe Biden"),
        ("President of France", "On the attack", I_CONDEMN, "Emmanuel Macron"),
        (
            "The White House",
            "On the attack",
            f"I was told early today. We condemn {I_CONDEMN[10:]}",
            "Joe Biden",
        ),
        ("The White House", "On the attack", f"We condemn {I_CONDEMN[10:]}", None),
        ("Ministry of Foreign Affairs of Chile", "On the attack", I_CONDEMN, None),  # several may speak there
        # what a quotation says is another's "I"
        ("The White House", "On the attack", f'"I wept," a nurse said. We condemn {I_CONDEMN[10:]}', None),
        # the title says who speaks, but not whom it speaks of
        ("The White House", "Statement by Vice President Kamala Harris on Mali", I_CONDEMN, "Kamala Harris"),
        ("The White House", "Statement on President Soto of Peru", I_CONDEMN, None),
        ("The White House", "Statement by Press Secretary Ann Lee on Mali", I_CONDEMN, None),
    ],
)
def test_who_speaks_on_a_page(outlet: str, title: str, text: str, person: str | None) -> None:
    found = reports(f"{title}\n\n{text}", "en", outlet=outlet, title=title)
    blames = [x for r in found if r.type == "ACCUSE" for x in r.actors]
    assert [x.person for x in blames] == [person]


def test_who_speaks_on_an_indonesian_page() -> None:
    found = reports(
        "Sambutan\n\nSaya mengecam serangan Mali terhadap Niger.", "id", outlet="Presiden Prancis"
    )
    assert [(x.country, x.person) for r in found for x in r.actors if r.type == "ACCUSE"] == [
        ("FRA", "Emmanuel Macron")
    ]
