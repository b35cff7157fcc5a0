"""What the engine reads in a message."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from bot.catalogue.model import Area, NeedType, Outside
from bot.catalogue.text import Text
from bot.cli.bench.explaining import why
from bot.understanding.blob import Blob, WrongBlob, pack, unpack
from bot.understanding.engine import Engine, load
from bot.understanding.learning.corpus import Corpus, of_parts
from bot.understanding.learning.training import NothingToLearn, learn
from bot.understanding.text.prepared import prepare
from tests.learned import Learned


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("serve una badante per il babbo", "badante"),
        ("a live-in carer for my father", "badante"),
        ("mi serve l'ISEE", "caf-isee"),
        ("ho la schiena a pezzi", "fisioterapia"),
        ("cerco una bdante x la nonna", "badante"),
        ("niente palestra, è la schiena", "fisioterapia"),
    ],
)
def test_the_need_that_was_stated_comes_first(engine: Engine, text: str, need: str) -> None:
    assert engine.read(text).best == need


@pytest.mark.parametrize("text", ["", "   ", "👍", "?!…", "a", "isee " * 2000, "\x00\ud800 badante", "بيت"])
def test_any_text_gets_a_belief_over_every_need_that_sums_to_one(engine: Engine, text: str) -> None:
    reading = engine.read(text)
    assert set(reading.belief) == set(engine.needs)
    assert sum(reading.belief.values()) == pytest.approx(1, abs=1e-4)
    assert list(reading.belief.values()) == sorted(reading.belief.values(), reverse=True)
    assert 0 <= reading.outside <= 1


def test_a_message_without_a_word_is_outside_and_asks_for_nothing(engine: Engine) -> None:
    reading = engine.read("👍")
    assert (reading.kind, reading.outside, reading.asked) == ("outside", 1.0, ())


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("потрібна допомога", "uk"),
        ("نحتاج مساعدة", "ar"),
        ("我要办 ISEE", "zh"),
        ("je cherche quelqu'un pour mon père", "fr"),
    ],
)
def test_a_language_that_we_do_not_speak_is_asked_for_first(engine: Engine, text: str, foreign: str) -> None:
    reading = engine.read(text, "card", ("badante",))
    assert (reading.foreign, reading.act, reading.language) == (foreign, "language", None)
    assert reading.acts["language"] >= 0.97
    assert sum(reading.acts.values()) == pytest.approx(1)
    assert sum(reading.belief.values()) == pytest.approx(1, abs=1e-4)


def test_what_another_language_has_in_common_with_ours_is_believed(engine: Engine) -> None:
    assert engine.read("j'ai besoin d'aide pour l'ISEE").best == "caf-isee"


def test_ours_are_not_foreign(engine: Engine) -> None:
    assert [engine.read(text).foreign for text in ("serve una badante", "a live-in carer", "👍")] == [None] * 3


def test_danger_goes_before_the_language(engine: Engine) -> None:
    reading = engine.read("je ne parle pas italien, mio marito mi picchia, je suis en bas avec les enfants")
    assert (reading.foreign, reading.kind, reading.act) == ("fr", "danger", "danger")


def test_two_needs_are_both_asked_in_their_order(engine: Engine) -> None:
    assert engine.read("cerco una badante per la nonna, poi devo anche fare l'isee").asked == ("badante", "caf-isee")


def test_a_refused_need_is_named_and_goes_down(engine: Engine) -> None:
    plain, refusing = (
        engine.read("abbonamento in palestra"),
        engine.read("niente abbonamento in palestra, mi fa male la schiena"),
    )
    assert refusing.refused == ("sport",)
    assert refusing.belief["sport"] < plain.belief["sport"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ciao", "greeting"),
        ("Buongiorno a tutti!", "greeting"),
        ("grazie mille", "thanks"),
        ("thank you so much", "thanks"),
        ("ciao, devo fare l'isee", "need"),
        ("mio marito mi picchia", "danger"),
        ("my husband hits me", "danger"),
        ("non voglio più vivere", "danger"),
        ("lui mi lancia addosso i piatti", "danger"),
    ],
)
def test_the_kind_of_a_message_is_told(engine: Engine, text: str, kind: str) -> None:
    assert engine.read(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "la schiena mi ammazza",
        "non vuole più vivere da sola",
        "il mal di denti mi uccide",
        "la schiena mi uccide di botte",
    ],
)
def test_a_way_of_speaking_is_no_danger(engine: Engine, text: str) -> None:
    assert engine.read(text).kind != "danger"


def test_danger_is_heard_beside_a_harmless_way_of_speaking(engine: Engine) -> None:
    assert engine.read("la schiena mi uccide di botte e poi a casa mio marito mi picchia").kind == "danger"


def test_town_concepts_language_and_audience_are_found_on_the_way(engine: Engine) -> None:
    reading = engine.read("cerco una badante per la nonna a Novi")
    assert (reading.town, reading.concepts, reading.language, reading.who) == ("novi", ("elderly",), "it", "elderly")
    assert engine.read("I need help with my tax return").language == "en"


def test_what_the_words_say_adds_up_to_the_score(engine: Engine) -> None:
    message = prepare("niente palestra, mi fa male la schiena da lunedì", engine.concepts, engine.repair)
    summed = engine.model.evidence(message).sum(axis=0) + engine.model.bias
    assert summed == pytest.approx(engine.model.scores(message), abs=1e-4)


def test_why_names_the_word_that_spoke_for_the_need(engine: Engine) -> None:
    found = why(engine, "mi serve una badante")
    assert found.needs[0][0] == "badante"
    assert max(found.voices, key=lambda voice: voice.gives[0]).word == "badante"


def test_the_same_corpus_teaches_the_same_bytes(corpus: Corpus, learned: Learned) -> None:
    assert pack(learn(corpus)) == pack(learned.of(corpus))  # of this run, or of one before


def test_threads_may_read_at_once(engine: Engine) -> None:
    texts = ["devo fare l'isee", "una palestra", "mi fa male la spalla", "ciao"] * 50
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(engine.read, texts)) == [engine.read(text) for text in texts]


def test_no_phrases_teach_nothing(corpus: Corpus) -> None:
    with pytest.raises(NothingToLearn):
        learn(replace(corpus, utterances=()))


def test_a_need_without_phrases_is_known_by_what_it_is_about(engine: Engine) -> None:
    types = (
        NeedType(id="carer", name=Text(it="Badante"), about=Text(it="una signora che vive con un anziano")),
        NeedType(id="tax", name=Text(it="CAF"), about=Text(it="730 e dichiarazione dei redditi")),
    )
    taught = load(pack(learn(of_parts((Area(id="all", name=Text(it="Tutto"), types=types),), Outside()), engine.acts)))
    assert (taught.read("serve una signora per un anziano").best, taught.read("la dichiarazione").best) == (
        "carer",
        "tax",
    )


def test_one_need_alone_can_be_taught(corpus: Corpus, engine: Engine) -> None:
    alone = tuple(u for u in corpus.utterances if u.need == "sport")
    part = replace(corpus, needs=("sport",), utterances=alone, words={"sport": ()})
    taught = load(pack(learn(part, engine.acts)))
    assert taught.read("una palestra").best == "sport"


@pytest.mark.parametrize("data", [b"", b"no", b"PK\x03\x04 broken", pack(Blob({}, {"bias": np.zeros(2)}))])
def test_bytes_that_are_no_engine_are_refused(data: bytes) -> None:
    with pytest.raises(WrongBlob):
        load(data)


def test_a_blob_keeps_its_arrays_and_its_meta() -> None:
    kept = unpack(pack(Blob({"a": [1]}, {"x": np.arange(3)})))
    assert (kept.meta["a"], kept.arrays["x"].tolist()) == ([1], [0, 1, 2])
