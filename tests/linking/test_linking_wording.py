"""In which words two reports tell of something."""

from __future__ import annotations

import msgspec
import pytest
from linking_reports import report

from kawat.linking.wording import FEWEST, FEWEST_SHARED, NO_WORDS, alike, wording
from kawat.text import Quote


def told(text: str, language: str = "en", **more: object):
    made = msgspec.structs.replace(
        report("r", **more), language=language, evidence=(Quote(0, len(text), text),)
    )
    return wording(made)


TREATY = "Moscow said the pact on medium-range missiles was dead and its inspectors would leave the Krasnoyarsk depot."
TREATY_TOO = "The inspectors must leave the missile depot in Krasnoyarsk, the ministry said of the dead pact."
GRAIN = (
    "It asked for the release of forty trawlers and of the harvest that customs officers hold at Odesa port."
)


def share(one, other, fewest: int = FEWEST) -> float:
    found = alike(one.words, other.words, fewest)
    assert found is not None
    return found


def share_abroad(one, other) -> float:
    found = alike(one.neutral, other.neutral, FEWEST_SHARED)
    assert found is not None
    return found


def test_one_matter_is_more_alike_than_another():
    assert share(told(TREATY), told(TREATY_TOO)) > 0.3 > 0.1 > share(told(TREATY), told(GRAIN))
    assert share(told(TREATY), told(TREATY)) > 0.95


def test_names_and_numbers_cross_languages():
    abroad = told(
        "Para pengawas harus meninggalkan depot di Krasnoyarsk dan Odesa paling lambat 14.30.", "id"
    )
    here = told("Inspectors must leave the depots at Krasnoyarsk and at Odesa by 14.30.")
    assert share_abroad(abroad, here) > 0.5


def test_words_of_one_stock_cross_languages():
    abroad = told("Komisi itu menuntut sanksi dan tarif atas ekspor fentanil dan reaktor nuklir.", "id")
    here = told("The commission wants sanctions and tariffs on exports of fentanyl and nuclear reactors.")
    other = told("The commission wants observers at the hospital and the return of fishermen.")
    assert share_abroad(abroad, here) > 0.5 > 0.2 > share_abroad(abroad, other)


def test_parties_are_no_matter():
    assert told("Russia and Vladimir Putin", actors="RUS:Vladimir Putin", recipients="RUS").neutral == 0


@pytest.mark.parametrize("text", ["", "and the of", "He said so."])
def test_too_few_words_tell_nothing(text: str):
    assert alike(told(text).words, told(TREATY).words, FEWEST) is None
    assert alike(NO_WORDS.words, NO_WORDS.neutral, FEWEST) is None
