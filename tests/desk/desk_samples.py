"""A tiny record for the desk: four outlets, three of which took one agency's report; all made up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from click.testing import Result

from kawat.pages.model import Article, Credit, Line, Moment, Problem
from kawat.reading.model import Figure, Party, Place, Report, Speaker
from kawat.text import Span, quote

Run = Callable[..., Result]  # the command line, run in an empty folder

#: Everything that a page might try on a terminal, a spreadsheet, a browser or a template.
HOSTILE = (
    '=cmd|"/c x"!A1 <script>alert(1)</script> \x1b[31mred\x9b2J \u202egnp {0} {sides} %s '
    "[x](http://evil.example) **b** `c` | d"
)


def article(id: str, body: str, *, title: str, outlet: str | None, published: str, language: str) -> Article:
    text = f"{title}\n\n{body}\n"
    start = len(title) + 2
    end = start + len(body)
    return Article(
        id=id,
        text=text,
        digest=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        title=title,
        language=language,
        lines=(Line(0, len(title), "title", "first"), Line(start, end, "body", "prose")),
        body=(Span(start, end),),
        published=Moment(published, False, None, None, "stamp"),
        outlet=outlet,
        upstream=(Credit("Kantor Uji", start, start + 3, text[start : start + 3], "credit"),),
        page=1,
        problems=(Problem("no_date", "=made up"),),
    )


def party(text: str, words: str, country: str, person: str | None = None, office: str | None = None) -> Party:
    start = text.find(words)
    return Party(country, person, office, words, start, start + len(words), "test/party")


def report(of: Article, sentence: str, **fields: Any) -> Report:
    start = of.text.index(sentence)
    evidence = quote(of.text, start, start + len(sentence))
    base: dict[str, Any] = {
        "article": of.id,
        "id": hashlib.sha256(f"{of.id}{sentence}{fields.get('type')}".encode("utf-8", "replace")).hexdigest()[
            :12
        ],
        "type": "CONSULT",
        "mode": None,
        "actors": (),
        "recipients": (),
        "date": None,
        "date_text": None,
        "place": None,
        "duration": None,
        "duration_relation": None,
        "status": "held",
        "attributed_to": (),
        "upstream": tuple(credit.name for credit in of.upstream),
        "figures": (),
        "evidence": (evidence,),
        "reasons": ("test/frame",),
        "confidence": 0.9,
        "language": of.language,
        "published": of.published.value if of.published else None,
        "outlet": of.outlet,
        "title": of.title,
        "digest": of.digest,
    }
    return Report(**{**base, **fields})


CALL = "Presiden Prabowo Subianto menelepon Perdana Menteri Anwar Ibrahim selama dua jam, Selasa (7/5/2024)."
CALL_LATER = (
    "Presiden Prabowo Subianto berbicara lewat telepon dengan Perdana Menteri Anwar Ibrahim pada Rabu (8/5)."
)
PLAN = "Foreign Minister Retno Marsudi will meet her Australian counterpart in Perth on 20 May 2024."
DEMAND = "Indonesia demanded that Australia share what its 1,500 officers knew."


def _call(of: Article, sentence: str, **fields: Any) -> Report:
    caller = party(of.text, "Presiden Prabowo Subianto", "IDN", "Prabowo Subianto", "president")
    called = party(of.text, "Perdana Menteri Anwar Ibrahim", "MYS", "Anwar Ibrahim", "prime_minister")
    return report(of, sentence, mode="phone", actors=(caller,), recipients=(called,), **fields)


def entries() -> list[tuple[Article, tuple[Report, ...]]]:
    """Return the articles with their reports, in the order in which they came out."""
    first = article(
        "pagi",
        CALL,
        title="Dua pemimpin bertelepon",
        outlet="Harian Pagi",
        published="2024-05-08T07:00:00+07:00",
        language="id",
    )
    second = article(
        "sore",
        CALL_LATER,
        title="Prabowo dan Anwar",
        outlet="Warta Sore",
        published="2024-05-09",
        language="id",
    )
    third = article(
        "post",
        f"{PLAN} {DEMAND}",
        title="Minister to travel",
        outlet="The Post",
        published="2024-05-10",
        language="en",
    )
    hostile = article(
        "hostile",
        f"Malaysia membantah {HOSTILE}",
        title=HOSTILE,
        outlet="@Outlet",
        published="2024-05-11",
        language="id",
    )
    minister = party(third.text, "Foreign Minister Retno Marsudi", "IDN", "Retno Marsudi", "foreign_minister")
    state, other = party(third.text, "Indonesia", "IDN"), party(third.text, "Australia", "AUS")
    perth = third.text.index("Perth")
    number = third.text.index("1,500")
    officers = Figure("troops", 1500.0, "more than", None, number, number + 5, "1,500")
    call = _call(first, CALL, date="2024-05-07", duration="PT2H", contexts=("economic", "health"))
    later = _call(second, CALL_LATER, date="2024-05-08", upstream=("Kantor Lain",))
    fields = {"place": Place("Perth", "AUS", perth, perth + 5, "test/place"), "date": "2024-05-20"}
    parties = {"actors": (minister,), "recipients": (other,)}
    plan = report(third, PLAN, mode="in-person", status="planned", **parties, **fields)
    demand = report(third, DEMAND, type="REQUEST", actors=(state,), recipients=(other,), figures=(officers,))
    denier = party(hostile.text, "Malaysia", "MYS", HOSTILE)
    denial = report(
        hostile,
        f"membantah {HOSTILE}",
        type="REJECT",
        actors=(denier,),
        attributed_to=(Speaker(HOSTILE, 0, 5),),
        place=Place(HOSTILE, None, 0, 5, "test/place"),
        date="2024-05",
    )
    return [(first, (call,)), (second, (later,)), (third, (plan, demand)), (hostile, (denial,))]
