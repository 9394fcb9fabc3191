"""Who says what: quotations and reported speech, with speaker, cue and content; and whose voice each sentence is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telling import article

from kawat.pages import Article
from kawat.reading import annotate
from kawat.reading.actors import find_mentions
from kawat.reading.discourse import follow
from kawat.reading.lexicon import lexicon
from kawat.reading.mentions import Mention
from kawat.reading.scan import Sentence
from kawat.reading.statements import Voice, voices
from kawat.reading.story import acquaint, story

Said = tuple[str, str, str, bool]  # speaker, cue, content, direct


def _said(text: str, language: str) -> list[Said]:
    found = annotate(article(text, language)).statements
    return [(s.speaker.text, s.cue.text, s.content.text, s.direct) for s in found]


QUOTED: list[tuple[str, str, list[Said]]] = [
    # the speaker behind the cue, a party or not
    (
        "id",
        '"Jembatan itu kami buka lagi besok," kata Menteri Perhubungan Peru Ana Huaman di Lima.',
        [
            (
                "Menteri Perhubungan Peru Ana Huaman",
                "kata",
                '"Jembatan itu kami buka lagi besok,"',
                True,
            )
        ],
    ),
    (
        "id",
        "“Panen kami rusak semua,” ujar petani kopi bernama Slamet, Kamis (9/5/2024).",
        [("petani kopi bernama Slamet", "ujar", "“Panen kami rusak semua,”", True)],
    ),
    # one mark that opens and closes
    (
        "id",
        "Hujan turun lagi. ”Kami menunggu bantuan,” tutur Slamet.",
        [("Slamet", "tutur", "”Kami menunggu bantuan,”", True)],
    ),
    (
        "en",
        '"The bridge opens tomorrow," engineer Mary Stone said on Monday.',
        [("engineer Mary Stone", "said", '"The bridge opens tomorrow,"', True)],
    ),
    (
        "en",
        "“The bridge opens tomorrow,” explained Mary Stone, the chief engineer.",
        [("Mary Stone, the chief engineer", "explained", "“The bridge opens tomorrow,”", True)],
    ),
    # the cue before
    (
        "id",
        'Slamet menjawab, "Kami tidak akan pindah."',
        [("Slamet", "menjawab", '"Kami tidak akan pindah."', True)],
    ),
    (
        "en",
        'Mary Stone told reporters: "We will not move."',
        [("Mary Stone", "told", '"We will not move."', True)],
    ),
    # over several sentences
    (
        "id",
        '"Air sudah surut. Jalan bisa dilalui. Silakan pulang," kata Slamet.',
        [("Slamet", "kata", '"Air sudah surut. Jalan bisa dilalui. Silakan pulang,"', True)],
    ),
    # goes on behind its cue, and in the next paragraph
    (
        "id",
        '"Air sudah surut," kata Slamet. "Jalan bisa dilalui."\n\n"Kami pulang besok pagi."',
        [
            ("Slamet", "kata", '"Air sudah surut,"', True),
            ("Slamet", "kata", '"Jalan bisa dilalui."', True),
            ("Slamet", "kata", '"Kami pulang besok pagi."', True),
        ],
    ),
    (
        "en",
        '"The water is low," said Mary Stone. "The road is open."\n\n"We go home tomorrow."',
        [
            ("Mary Stone", "said", '"The water is low,"', True),
            ("Mary Stone", "said", '"The road is open."', True),
            ("Mary Stone", "said", '"We go home tomorrow."', True),
        ],
    ),
    # a paragraph that is never closed is taken up by the next
    (
        "en",
        "“The water is low,” said Mary Stone. “The road is open.\n\n“We go home tomorrow,” she added.",
        [
            ("Mary Stone", "said", "“The water is low,”", True),
            ("Mary Stone", "said", "“The road is open.", True),
            ("she", "added", "“We go home tomorrow,”", True),
        ],
    ),
    # he who spoke last
    (
        "id",
        'Dokter Rina Lestari mengatakan, pasien sudah pulang. "Keadaannya baik," katanya.',
        [
            ("Dokter Rina Lestari", "mengatakan", "pasien sudah pulang", False),
            ("Dokter Rina Lestari", "katanya", '"Keadaannya baik,"', True),
        ],
    ),
    ("id", '"Keadaannya baik," ujar dia.', [("dia", "ujar", '"Keadaannya baik,"', True)]),
    # passed on: the speaker speaks
    (
        "id",
        '"Kami sudah siap," kata Slamet, seperti dikutip Kantor Berita Hujan dari radio setempat.',
        [("Slamet", "kata", '"Kami sudah siap,"', True)],
    ),
    # words set off are no speech
    ("id", 'Slamet menonton film "Hujan di Bulan Juni" di Lima.', []),
    ("en", 'Critics called it "a storm in a teacup" in May.', []),
]

REPORTED: list[tuple[str, str, list[Said]]] = [
    (
        "id",
        "Pengamat Budi Hartono menegaskan bahwa jalan itu harus dibuka.",
        [("Pengamat Budi Hartono", "menegaskan", "jalan itu harus dibuka", False)],
    ),
    (
        "id",
        "Budi Hartono, dosen di Bandung, menilai jalan itu harus dibuka.",
        [("Budi Hartono, dosen", "menilai", "jalan itu harus dibuka", False)],
    ),
    (
        "id",
        "Menurut Budi Hartono, jalan itu harus dibuka.",
        [("Budi Hartono", "Menurut", "jalan itu harus dibuka", False)],
    ),
    ("id", "Jalan itu, kata Budi, harus dibuka.", [("Budi", "kata", "harus dibuka", False)]),
    (
        "id",
        "Jalan itu harus dibuka pekan ini, kata Budi Hartono.",
        [("Budi Hartono", "kata", "Jalan itu harus dibuka pekan ini", False)],
    ),
    (
        "id",
        "Warga mengaku belum menerima bantuan apa pun.",
        [("Warga", "mengaku", "belum menerima bantuan apa pun", False)],
    ),
    (
        "id",
        "Ia berharap hujan segera reda di pegunungan.",
        [("Ia", "berharap", "hujan segera reda di pegunungan", False)],
    ),
    # the subject of the passive is the sentence before
    (
        "id",
        "Jalan itu dibuka kembali. Hal itu disampaikan Budi Hartono di Bandung.",
        [("Budi Hartono", "disampaikan", "Jalan itu dibuka kembali.", False)],
    ),
    # nobody but a paper is named
    (
        "id",
        "Jalan itu dibuka kembali, dikutip dari Kabar Hujan.",
        [("Kabar Hujan", "dikutip", "Jalan itu dibuka kembali", False)],
    ),
    # a dateline is no speaker; a day is none either
    (
        "id",
        "BANDUNG, KABAR HUJAN — Budi Hartono, Kamis (9/5/2024), mengatakan, jalan itu dibuka kembali.",
        [("Budi Hartono", "mengatakan", "jalan itu dibuka kembali", False)],
    ),
    # two who say something
    (
        "id",
        "Peru menyatakan jalan itu ditutup, sedangkan Chile menegaskan jalan itu dibuka.",
        [
            ("Peru", "menyatakan", "jalan itu ditutup", False),
            ("Chile", "menegaskan", "jalan itu dibuka", False),
        ],
    ),
    (
        "en",
        "Mary Stone said that the road would open in May.",
        [("Mary Stone", "said", "the road would open in May", False)],
    ),
    (
        "en",
        "The road would open in May, Mary Stone said.",
        [("Mary Stone", "said", "The road would open in May", False)],
    ),
    (
        "en",
        "The road would open in May, said Mary Stone.",
        [("Mary Stone", "said", "The road would open in May", False)],
    ),
    (
        "en",
        "According to farmer Joe Field, the rain was bad.",
        [("farmer Joe Field", "According to", "the rain was bad", False)],
    ),
    # the talks, he said, ...; in Indonesian the comma behind "mengatakan" leads to what is said
    (
        "en",
        "Mary Stone said the road was open. The bridge, she said, would follow.",
        [("Mary Stone", "said", "the road was open", False), ("she", "said", "would follow", False)],
    ),
    (
        "id",
        "Setelah meninjau jalan itu, Budi Hartono mengatakan, hujan akan reda.",
        [("Budi Hartono", "mengatakan", "hujan akan reda", False)],
    ),
    ("id", "Dikatakan Budi, Bandung masih hujan.", [("Budi", "Dikatakan", "Bandung masih hujan", False)]),
    # who passes it on is no part of it
    (
        "id",
        "Budi Hartono mengatakan hujan akan reda, seperti dikutip Kabar Hujan, Senin (13/5/2024).",
        [("Budi Hartono", "mengatakan", "hujan akan reda", False)],
    ),
    (
        "en",
        "The chief engineer, who met farmers in May, said the road was open.",
        [("The chief engineer", "said", "the road was open", False)],
    ),
    # the outer of two
    (
        "en",
        "Peru asked Chile to open the road, Mary Stone said on Monday.",
        [("Mary Stone", "said", "Peru asked Chile to open the road", False)],
    ),
    # no statement: a noun, a word between marks, nobody who speaks
    ("en", "The report on the road was long.", []),
    ("id", "Janjinya kepada warga belum ditepati.", []),
    # single marks, on a page that has no others
    (
        "id",
        "'Jembatan itu kami buka besok,' kata Menteri Perhubungan Peru Ana Huaman. 'Hujan reda. Warga senang.'",
        [
            ("Menteri Perhubungan Peru Ana Huaman", "kata", "'Jembatan itu kami buka besok,'", True),
            ("Menteri Perhubungan Peru Ana Huaman", "kata", "'Hujan reda. Warga senang.'", True),
        ],
    ),
    (
        "en",
        "‘The bridge isn’t open,’ said engineer Mary Stone, who read the states’ plan for ‘New Bridges’.",
        [("engineer Mary Stone", "said", "‘The bridge isn’t open,’", True)],
    ),
    (
        "en",
        "“She told me, ‘The bridge is open,’ and left,” said engineer Mary Stone.",
        [("engineer Mary Stone", "said", "“She told me, ‘The bridge is open,’ and left,”", True)],
    ),
    # "he" before anybody was named: not whom the article's end names, and no failure
    (
        "id",
        '"Jembatan itu kami buka lagi besok," katanya. Hujan reda. Menteri Perhubungan Peru Ana Huaman menutup rapat.',
        [],
    ),
    ("id", '"Kami siap," katanya.', []),
]


@pytest.mark.parametrize(("language", "text", "expected"), QUOTED)
def test_quotations(language: str, text: str, expected: list[Said]) -> None:
    assert _said(text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), REPORTED)
def test_reported_speech(language: str, text: str, expected: list[Said]) -> None:
    assert _said(text, language) == expected


def test_headline_with_a_colon() -> None:
    text = "Menlu Peru: Jalan ke Chile Dibuka Lagi\n\nJalan itu dibuka pada Kamis. Hujan sudah reda di pegunungan.\n"
    assert _said(text, "id")[:1] == [("Menlu Peru", ":", "Jalan ke Chile Dibuka Lagi", False)]


def test_a_short_name_leads_to_the_full_one() -> None:
    text = (
        "Kepala Dinas Pengairan Rina Lestari menilai hujan akan reda. "
        '"Kami siap," kata Rina. Ia meminta warga bersabar sebentar. "Terima kasih," ujarnya.'
    )
    found = annotate(article(text, "id")).statements
    assert {s.named.text for s in found} == {"Kepala Dinas Pengairan Rina Lestari"}
    assert [s.speaker.text for s in found] == [
        "Kepala Dinas Pengairan Rina Lestari", "Rina", "Ia", "Kepala Dinas Pengairan Rina Lestari"
    ]  # fmt: skip


# -- voices -----------------------------------------------------------------------------------------------------------


def _read(a: Article) -> tuple[list[Sentence], list[list[Mention]], list[list[Voice]]]:
    lex = lexicon(a.language)
    told = story(a, lex)
    memory = acquaint(a, told, lex)
    mentions: list[list[Mention]] = []
    for s in told:
        mentions.append(find_mentions(s, lex, memory))
        follow(s, mentions[-1], memory)
    return told, mentions, voices(a.text, told, mentions, lex)


Heard = tuple[str, bool, list[str]]  # words, direct, codes of the speaker's parties

VOICES: list[tuple[str, str, list[list[Heard]]]] = [
    # a running quotation: the cue stands behind its last sentence
    (
        "id",
        '"Kami menolak. Chile harus mundur," kata Menlu Peru Ana Huaman.',
        [
            [('"Kami menolak.', True, ["PER"])],
            [('Chile harus mundur,"', True, ["PER"])],
        ],
    ),
    # a quotation without a cue, in the next paragraph
    (
        "en",
        'Peru refuses, said Peruvian Foreign Minister Ana Huaman.\n\n"Chile must leave."',
        [[("Peru refuses", False, ["PER"])], [('"Chile must leave."', True, ["PER"])]],
    ),
    # a private person speaks: no party; the narrator's sentence has no voice
    (
        "id",
        "Hujan turun. Menurut petani Slamet, Chile harus mundur.",
        [[], [("Chile harus mundur", False, [])]],
    ),
    # both sides of a cue
    (
        "id",
        "Pasukan Chile, kata Menlu Peru Ana Huaman, harus mundur.",
        [[("Pasukan Chile", False, ["PER"]), ("harus mundur", False, ["PER"])]],
    ),
    # "he" is the person who spoke, not the state
    (
        "id",
        "Menlu Peru Ana Huaman mengatakan Chile sudah mundur. Ia menambahkan hujan akan reda.",
        [[("Chile sudah mundur", False, ["PER"])], [("hujan akan reda", False, ["PER"])]],
    ),
    # quoted, nobody knows by whom
    ("id", '"Chile harus mundur." Hujan turun.', [[('"Chile harus mundur."', True, [])], []]),
]


@pytest.mark.parametrize(("language", "text", "expected"), VOICES)
def test_voices(language: str, text: str, expected: list[list[Heard]]) -> None:
    a = article(text, language)
    told, _, found = _read(a)
    heard = [
        [(a.text[s.starts[v.i] : s.ends[v.j - 1]], v.direct, sorted({x.code for x in v.sides})) for v in row]
        for s, row in zip(told, found, strict=True)
    ]
    assert heard == expected


PIECES = st.sampled_from([
    "Menlu Peru Ana Huaman", "Slamet", "ia", "she", "Mary Stone", "warga", "kata", "ujarnya", "mengatakan", "said",
    "menurut", "according to", "bahwa", "that", "disampaikan", "dikutip dari", '"', "“", "”", ",", ".", ". ", ":", "(",
    ")", "\n\n", "hal itu", "Chile", "harus mundur", "will wait", "namun", "sedangkan", "yang", "Kamis", "—", "of",
])  # fmt: skip


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=40).map(" ".join), st.sampled_from(["id", "en"]))
def test_any_text(text: str, language: str) -> None:
    """Every span is its words; no token has two voices; voices lie within their sentence, in order."""
    if not text.strip():
        return
    a = article(text, language)
    for s in annotate(a).statements:
        for x in (s.speaker, s.named, s.cue, s.content):
            assert x.text and a.text[x.start : x.end] == x.text
    told, _, found = _read(a)
    assert len(found) == len(told)
    for s, row in zip(told, found, strict=True):
        ends = [0] + [v.j for v in row]
        assert all(end <= v.i < v.j <= len(s.words) for end, v in zip(ends, row, strict=False))
