"""The messages that we measure on are nowhere in the knowledge: not one of them, word for word."""

import json
import re
from pathlib import Path

from bot.catalogue.catalogue import Catalogue

DEV = Path(__file__).parents[2] / "data" / "messages_dev.jsonl"


def bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def test_no_phrase_is_a_message_that_we_measure_on(catalogue: Catalogue) -> None:
    measured = {bare(json.loads(line)["text"]) for line in DEV.read_text("utf-8").splitlines()}
    outside = catalogue.release.outside
    taught = [phrase for need in catalogue.needs.values() for phrase in need.phrases.all] + list(outside.phrases.all)
    assert len(measured) == 300
    assert not measured & {bare(phrase) for phrase in taught}
