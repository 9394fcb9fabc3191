"""JSON-LD: events in schema.org's terms, the words that prove them as W3C Web Annotations, where all came from in PROV.

The context stands in the file: nobody has to fetch one to read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import kawat
from kawat.desk import wording
from kawat.desk.clean import line
from kawat.desk.exports.common import address, as_json, day_of, span, tag, updated
from kawat.desk.exports.model import Context
from kawat.desk.names import country_name, place_name
from kawat.knowledge.states import states
from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.reading.model import Party, Report
from kawat.text import Quote

AROUND = 32  # characters of text before and after a quote
_ID, _XSD = {"@type": "@id"}, "http://www.w3.org/2001/XMLSchema#"
_SCHEMA = (
    "name", "description", "location", "address", "addressCountry", "geo", "latitude", "longitude", "participant",
    "jobTitle", "affiliation", "identifier", "headline", "inLanguage", "publisher", "additionalType", "duration",
)  # fmt: skip
CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "kawat": "tag:kawat,2026:terms/",
    **{name: f"schema:{name}" for name in _SCHEMA},
    "startDate": "schema:startDate",
    "endDate": "schema:endDate",
    "datePublished": "schema:datePublished",
    "url": {"@id": "schema:url", **_ID},
    "eventStatus": {"@id": "schema:eventStatus", **_ID},
    "motivation": {"@id": "oa:motivatedBy", **_ID},
    "body": {"@id": "oa:hasBody", **_ID},
    "target": {"@id": "oa:hasTarget", **_ID},
    "source": {"@id": "oa:hasSource", **_ID},
    "selector": {"@id": "oa:hasSelector", **_ID},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": f"{_XSD}nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": f"{_XSD}nonNegativeInteger"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", **_ID},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", **_ID},
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": f"{_XSD}dateTime"},
    "plover": "kawat:plover",
    "status": "kawat:status",
    "channel": "kawat:channel",
    "edtf": "kawat:edtf",
    "independentSources": "kawat:independentSources",
    "role": "kawat:role",
    "confidence": "kawat:confidence",
    "sha256": "kawat:sha256",
}
AGENT = f"tag:kawat,2026:agent/{kawat.__version__}"
_OFF = {"cancelled": "schema:EventCancelled", "postponed": "schema:EventPostponed"}


def events(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write a graph: each event, an annotation for each quote of its reports, and each article once."""
    agent = {"@id": AGENT, "@type": "prov:SoftwareAgent", "name": f"Kawat {kawat.__version__}"}
    yield f'{{"@context":{as_json(CONTEXT)},"@graph":[\n{as_json(agent)}'.encode()
    seen: set[str] = set()
    for event, reports in context.told(events):
        nodes = [_event(event, context)]
        for id in dict.fromkeys(r.article for r in reports):
            article = context.article(id)
            nodes += [] if id in seen else [_article(article)]
            seen.add(id)
            nodes += [n for r in reports if r.article == id for n in _annotations(event, r, article)]
        yield "".join(f",\n{as_json(_set(node))}" for node in nodes).encode()
    yield b"\n]}\n"


def _set(node: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a node has no value for."""
    return {key: value for key, value in node.items() if value not in (None, [], {})}


def _event(event: Event, context: Context) -> dict[str, Any]:
    words, days = context.words, span(day_of(event))
    return {
        "@id": tag("event", event.id),
        "@type": ["schema:Event", "prov:Entity"],
        "identifier": event.id,
        "name": wording.sentence(event, words),
        "startDate": days[0].isoformat() if days else None,
        "endDate": days[1].isoformat() if days and days[0] != days[1] else None,
        "eventStatus": _OFF.get(event.status, "schema:EventScheduled"),
        "duration": event.duration,
        "location": _place(event, words.language),
        "participant": [_party(p, "actor", words.language) for p in event.actors]
        + [_party(p, "recipient", words.language) for p in event.recipients],
        "plover": event.type,
        "status": event.status,
        "channel": event.mode,
        "edtf": event.date,
        "independentSources": len(event.sources),
        "wasDerivedFrom": [tag("article", id) for id in event.articles],
        "wasAttributedTo": AGENT,
        "generatedAtTime": updated(event, context.today).isoformat(timespec="seconds"),
    }


def _place(event: Event, language: str) -> dict[str, Any] | None:
    place = event.place
    if place is None:
        return None
    geo = {"@type": "schema:GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    country = country_name(place.country, language) if place.country else None
    return _set(
        {
            "@type": "schema:Place",
            "name": place_name(place.name, language, place.country),
            "address": {"@type": "schema:PostalAddress", "addressCountry": country} if country else None,
            "geo": None if place.lat is None or place.lon is None else geo,
        }
    )


def _party(party: Party, role: str, language: str) -> dict[str, Any]:
    kind = "schema:Country" if party.country in states() else "schema:Organization"
    state = {
        "@type": kind,
        "name": country_name(party.country, language),
        "identifier": party.country,
    }
    if party.person is None:
        return {**state, "role": role}
    person = {"@type": "schema:Person", "name": line(party.person), "jobTitle": party.office}
    return _set({**person, "affiliation": state, "role": role})


def _article(article: Article) -> dict[str, Any]:
    outlet = {"@type": "schema:NewsMediaOrganization", "name": article.outlet} if article.outlet else None
    return {
        "@id": tag("article", article.id),
        "@type": ["schema:NewsArticle", "prov:Entity"],
        "identifier": article.id,
        "headline": article.title,
        "url": address(article.url),
        "datePublished": article.published.value if article.published else None,
        "publisher": outlet,
        "inLanguage": article.language,
        "sha256": article.digest,
    }


def _annotations(event: Event, report: Report, article: Article) -> Iterator[dict[str, Any]]:
    """Yield an annotation for each quote; positions count code points of the stored text of the article."""
    for number, quote in enumerate(report.evidence):
        yield {
            "@id": f"{tag('report', report.id)}/{number}",
            "@type": ["oa:Annotation", "prov:Entity"],
            "motivation": "oa:identifying",
            "body": tag("event", event.id),
            "target": {
                "@type": "oa:SpecificResource",
                "source": tag("article", article.id),
                "selector": _selectors(quote, article.text),
            },
            "confidence": report.confidence,
            "wasAttributedTo": AGENT,
        }


def _selectors(quote: Quote, text: str) -> list[dict[str, Any]]:
    words = {
        "@type": "oa:TextQuoteSelector",
        "exact": quote.quote,
        "prefix": text[max(0, quote.start - AROUND) : quote.start],
        "suffix": text[quote.end : quote.end + AROUND],
    }
    return [words, {"@type": "oa:TextPositionSelector", "start": quote.start, "end": quote.end}]
