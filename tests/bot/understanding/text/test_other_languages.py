"""Languages that the bot does not speak are told from each other, and ours, dialects among them, from all of them."""

import json
from pathlib import Path

import pytest
import yaml

from bot.catalogue.catalogue import Catalogue
from bot.understanding.acts import TAUGHT
from bot.understanding.learning.act_corpus import phrases
from bot.understanding.text.normal import fold
from bot.understanding.text.other_languages import LATIN, OURS, UNNAMED, language_of_other

DATA = Path(__file__).parents[3] / "data"
MESSAGES: dict[str, list[str]] = yaml.safe_load((DATA / "other_languages.yaml").read_text("utf-8"))
OURS_TO_HEAR = MESSAGES.pop("none")
FOUND = 0.95  # of the messages of each language
MISTAKEN = 0.001  # of ours

# What our own phrases have in other languages: heard rightly.
REALLY_FOREIGN = {
    "bébé six mois, je travaille, cerco garde a mia casa",
    "per colonie de vacances in Italia dove domandare? fils 10 ans",
    "mes années de travail en France contano qui?",
    "quelle compagnie est moins chère per elettricità?",
}


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_in_another_language_is_found(code: str) -> None:
    heard = [language_of_other(text) == code for text in MESSAGES[code]]
    assert sum(heard) / len(heard) >= FOUND


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("parlez-vous français?", "fr"),
        ("no hablo italiano", "es"),
        ("nu vorbesc italiana", "ro"),
        ("nuk flas italisht", "sq"),
        ("nie mówię po włosku", "pl"),
        ("hindi ako marunong mag-italian", "tl"),
        ("لا أتكلم الإيطالية", "ar"),
        ("مجھے اطالوی نہیں آتی", "ur"),
        ("کام", "ur"),
        ("дитина", "uk"),
        ("работа", "ru"),
        ("你好", "zh"),
        ("Buongiorno, я не говорю по-итальянски", "ru"),
        ("ISEE 怎么办", "zh"),
        ("من به کمک نیاز دارم", UNNAMED),
    ],
)
def test_who_says_that_they_do_not_speak_it_is_found(text: str, code: str) -> None:
    assert language_of_other(text) == code


@pytest.mark.parametrize("text", OURS_TO_HEAR)
def test_italian_a_dialect_and_english_are_ours(text: str) -> None:
    assert language_of_other(text) is None


@pytest.mark.parametrize("text", ["", " ", "112", "👍", "?!", "🇺🇦", "٣", "a" * 100_000])
def test_what_says_nothing_is_of_no_language(text: str) -> None:
    assert language_of_other(text) is None


def test_hardly_any_phrase_of_ours_is_mistaken(catalogue: Catalogue) -> None:
    outside = catalogue.release.outside
    ours = [text for need in catalogue.needs.values() for text in (*need.phrases.all, *need.words.all)]
    ours += [*outside.phrases.all, *outside.danger.all, *outside.harmless.all]
    ours += [phrase for act in (*TAUGHT, "need") for phrase in phrases(act) if act != "language"]
    for name in ("messages_dev", "messages_own", "danger_own"):
        ours += [json.loads(line)["text"] for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]
    ours += [json.loads(line)["then"] for line in (DATA / "talk_dev.jsonl").read_text("utf-8").splitlines()]
    mistaken = [text for text in ours if language_of_other(text) and text not in REALLY_FOREIGN]
    assert len(mistaken) / len(ours) <= MISTAKEN, mistaken


@pytest.mark.parametrize("code", LATIN)
def test_the_words_of_a_language_are_kept_in_order(code: str) -> None:
    words = LATIN[code]
    assert not words.own & words.shared
    assert not words.own & OURS
    assert words.faint <= words.own
    assert {fold(word) for word in words.own} == words.own
