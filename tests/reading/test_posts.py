"""Where an envoy who is called back has served."""

import pytest
from telling import told

CASES = [
    ("Duta Besar Peru untuk Chile dipanggil pulang.", "id", ["SANCTION PER>CHL held"]),
    ("Pemerintah Peru menarik pulang Dubes Peru di Santiago.", "id", ["SANCTION PER>CHL held"]),
    ("Peru memanggil pulang duta besarnya untuk Chile.", "id", ["SANCTION PER>CHL held"]),
    ("Peru's ambassador to Chile was recalled.", "en", ["SANCTION PER>CHL held"]),
    ("Lima recalled the Peruvian ambassador in Santiago.", "en", ["SANCTION PER>CHL held"]),
    # At home, or nowhere that is told, an envoy has no host.
    ("Duta Besar Peru dipanggil pulang ke Lima.", "id", []),
    ("Peru's ambassador was recalled.", "en", []),
    # whom he is sent to besides has no part in what he does
    (
        "Duta Besar Peru untuk Kenya, Uganda, dan Uni Afrika, Ana Torres, menemui Presiden Kenya.",
        "id",
        ["CONSULT KEN=PER held"],
    ),
    (
        "Peru's ambassador to Kenya, Uganda and Rwanda met the Kenyan foreign minister.",
        "en",
        ["CONSULT KEN=PER held"],
    ),
    (
        "Peru's ambassador to Kenya and the Ugandan foreign minister signed an agreement.",
        "en",
        ["SUPPORT PER+UGA>PER+UGA held"],
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_host_of_an_envoy(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected
