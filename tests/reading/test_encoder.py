"""The encoder of the coder: pieces, runs, and scores that do not depend on who the parties are."""

from telling import article

from kawat.reading.coder import encoder as enc
from kawat.reading.coder import pieces as cut
from kawat.reading.coder.reading import role_scores
from kawat.reading.coder.survey import Survey, survey
from kawat.reading.lexicon import lexicon
from kawat.reading.story import acquaint, story


def surveyed(text: str, language: str = "en") -> Survey:
    page = article(text, language)
    lex = lexicon(language)
    told = story(page, lex)
    return survey(page, told, acquaint(page, told, lex), lex)


def test_a_word_is_cut_into_the_longest_pieces() -> None:
    pieces = cut.Pieces([*cut.SPECIAL, "▁ber", "▁b", "e", "r", "temu", "t"])
    assert pieces.of("Bertemu") == (11, 15)
    assert pieces.of("berx") == (11, cut.UNKNOWN)
    assert cut.normal("22/10") == "00/00"
    assert [cut.shape(w) for w in ("rusia", "Rusia", "AS", "iPhone", "12")] == [0, 1, 2, 3, 0]


def test_sentences_are_read_as_many_at_once_as_fit() -> None:
    assert list(cut.runs([100, 100, 100, 300, 10])) == [range(2), range(2, 3), range(3, 4), range(4, 5)]
    assert list(cut.runs([])) == []


def test_scores_are_the_same_whoever_the_parties_are() -> None:
    a = surveyed("The president met nobody. France accused Russia of an attack. Talks were held.")
    b = surveyed("The president met nobody. Egypt accused Turkey of an attack. Talks were held.")
    first, second = (enc.encoder().read(x.cues, x.scene) for x in (a, b))
    assert first == second == enc.encoder().read(a.cues, a.scene)
    by = {c.type: r for c, r in zip(a.cues, first, strict=True) if c.told.k == 1}
    accused = by["ACCUSE"]
    assert accused is not None and accused.event > 0.3
    acts, hit = (accused.part(a.scene.rank[x]) for x in ("FRA", "RUS"))
    assert acts is not None and hit is not None
    assert acts[0] > hit[0] and hit[1] > acts[1]
    assert "encAr=0" in role_scores(accused, a.scene.rank["FRA"], "ACCUSE")
