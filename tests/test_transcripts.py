"""The talks in the documents are what the program says."""

import pytest

from bot.assembly import House
from tests.transcripts import SCRIPTS, transcript, written


@pytest.mark.parametrize(("document", "name"), [(one, name) for one, scripts in SCRIPTS.items() for name in scripts])
async def test_a_talk_in_a_document_is_what_the_program_says(house: House, document: str, name: str) -> None:
    assert written(document).get(name) == await transcript(house, SCRIPTS[document][name])


@pytest.mark.parametrize("document", SCRIPTS)
def test_every_talk_in_a_document_is_played(document: str) -> None:
    assert set(written(document)) == set(SCRIPTS[document])
