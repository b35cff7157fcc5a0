"""The messages that we measure on are nowhere in the knowledge: not one of them, word for word."""

import json
import re
from pathlib import Path

from bot.catalogue.catalogue import Catalogue
from bot.understanding.cues.danger import patterns

DATA = Path(__file__).parents[2] / "data"
MEASURES = {
    "messages_dev.jsonl": 300,
    "messages_own.jsonl": 194,
    "danger_own.jsonl": 223,
    "danger_sounds.jsonl": 400,
    "danger_more.jsonl": 610,
}


def bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def test_no_phrase_is_a_message_that_we_measure_on(catalogue: Catalogue) -> None:
    lines = [line for name in MEASURES for line in (DATA / name).read_text("utf-8").splitlines()]
    measured = {bare(json.loads(line)["text"]) for line in lines}
    outside = catalogue.release.outside
    taught = [phrase for need in catalogue.needs.values() for phrase in need.phrases.all] + list(
        outside.phrases.all + outside.danger.all + outside.harmless.all
    )
    taught += [example for row in patterns() for example in (row.like, row.unlike)]
    assert len(measured) == sum(MEASURES.values())
    assert not measured & {bare(phrase) for phrase in taught}
