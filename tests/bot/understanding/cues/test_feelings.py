"""A word of feeling is for who brings one, never for a plain request."""

import pytest

from bot.understanding.cues.feelings import feeling
from bot.understanding.text.line import line_of


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("piango tutti i giorni e non so con chi parlare", "sorrow"),
        ("sono esaurita, curo mia mamma da anni", "sorrow"),
        ("non ce la faccio più con i compiti dei figli", "sorrow"),
        ("mi sento sola da quando mi sono separata", "sorrow"),
        ("I feel so alone since I moved here", "sorrow"),
        ("mi vergogno ma non riesco a pagare le rate", "shame"),
        ("I'm ashamed to ask, I need food", "shame"),
        ("ho tanta paura dell'operazione, chi mi accompagna?", "fear"),
        ("sono terrorizzata dal dentista", "fear"),
        ("cerco uno psicologo", None),
        ("è distrutta la lavatrice", None),
        ("un solo bambino", None),
        ("ho paura dei cani, c'è un dog sitter?", None),
        ("sono sola in casa con il bimbo", None),
    ],
)
def test_the_feeling_of_a_message_is_heard(said: str, kind: str | None) -> None:
    assert feeling(line_of(said, {})) == kind
