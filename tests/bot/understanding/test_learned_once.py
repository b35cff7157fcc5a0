"""The library is learned once for a machine, and a network only adds its towns to it; nothing old is ever taken."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot import library
from bot.catalogue.catalogue import Catalogue
from bot.cli.bench.understanding import corpus_of
from bot.understanding.blob import Blob, pack, unpack
from bot.understanding.engine import Engine, load
from bot.understanding.learning import once
from bot.understanding.learning.completing import completed
from bot.understanding.learning.corpus import Corpus, of_release
from bot.understanding.learning.training import learn
from bot.understanding.text.town_slot import TOWN
from tests.conftest import KNOWLEDGE
from tests.learned import Learned


def moved(corpus: Corpus) -> Corpus:
    """Return what a network elsewhere teaches."""
    towns = (("Sale", "sale"), ("Belvedere Marittimo", "belvedere"))
    return replace(corpus, towns=towns, neighbours=(("Diamante", "diamante"),))


class Teacher:
    """Learns nothing, and counts how often it is asked to."""

    def __init__(self, engine: Blob) -> None:
        self.engine, self.taught = engine, 0

    def __call__(self, corpus: Corpus) -> Blob:
        self.taught += 1
        return self.engine


@pytest.fixture(scope="session")
def blob(corpus: Corpus, learned: Learned) -> Blob:
    return learned.of(corpus.bare)


@pytest.fixture
def teacher(blob: Blob, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Teacher:
    """What stands for learning where the small corpus stands for the library, with folders of its own."""
    teacher = Teacher(blob)
    monkeypatch.setattr(once, "learn", teacher)
    monkeypatch.setattr(once, "of_library", lambda: corpus.bare)
    monkeypatch.setattr(once, "folders", lambda: (tmp_path / "beside", tmp_path / "cache"))
    return teacher


def test_networks_without_phrases_of_their_own_learn_once_together(teacher: Teacher, corpus: Corpus) -> None:
    first, second = once.of_corpus(corpus), once.of_corpus(moved(corpus))
    assert teacher.taught == 1
    assert load(first).places.names != load(second).places.names
    assert once.of_corpus(corpus) == first
    assert teacher.taught == 1


def test_who_adds_a_phrase_learns_it_all(teacher: Teacher, corpus: Corpus) -> None:
    once.of_corpus(corpus)
    more = replace(corpus, utterances=(*corpus.utterances, replace(corpus.utterances[0], text="una tata per la nonna")))
    once.of_corpus(more)
    once.of_corpus(more)
    assert teacher.taught == 3


def test_another_program_or_another_text_takes_nothing_old(
    teacher: Teacher, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once.of_corpus(corpus)
    monkeypatch.setattr("bot.understanding.learning.engine_digest._program", lambda: "another")
    once.of_corpus(corpus)
    assert teacher.taught == 2
    assert [file.name for file in (tmp_path / "beside").iterdir()] == [once.name_of(corpus.bare)]


def test_what_is_broken_is_learned_again(teacher: Teacher, corpus: Corpus, tmp_path: Path) -> None:
    once.of_corpus(corpus)
    file = tmp_path / "beside" / once.name_of(corpus.bare)
    file.write_bytes(file.read_bytes()[:1000])
    once.of_corpus(corpus)
    assert teacher.taught == 2
    assert unpack(file.read_bytes()).meta["needs"] == list(corpus.needs)


def test_where_the_program_may_not_write_the_cache_of_the_account_has_it(
    teacher: Teacher, corpus: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "beside").write_text("no folder")
    once.of_corpus(corpus)
    once.of_corpus(corpus)
    assert teacher.taught == 1
    assert (tmp_path / "cache" / once.name_of(corpus.bare)).exists()


def test_where_nothing_can_be_written_it_is_learned_each_time(teacher: Teacher, corpus: Corpus, tmp_path: Path) -> None:
    for name in ("beside", "cache"):
        (tmp_path / name).write_text("no folder")
    assert once.of_corpus(corpus) == once.of_corpus(corpus)
    assert teacher.taught == 2


def test_the_demonstration_teaches_no_more_than_the_library(catalogue: Catalogue) -> None:
    assert of_release(catalogue.release).bare == once.of_library()


def test_a_folder_is_measured_as_it_would_be_published(catalogue: Catalogue) -> None:
    assert corpus_of(KNOWLEDGE) == of_release(catalogue.release)


def test_completing_fits_nothing(blob: Blob, corpus: Corpus) -> None:
    whole = completed(blob, moved(corpus))
    assert whole.arrays is blob.arrays
    changed = {key for key in blob.meta if blob.meta[key] != whole.meta[key]}
    assert changed <= {"places", "neighbours", "nouns", "vocabulary"}


def test_names_of_towns_are_words_to_mend_and_the_towns_come_first(blob: Blob, corpus: Corpus) -> None:
    words = completed(blob, moved(corpus)).meta["vocabulary"].split()
    assert words[:3] == ["sale", "belvedere", "marittimo"]
    assert words[-1] == "diamante"
    assert len(words) == len(set(words))


@pytest.fixture(scope="module")
def elsewhere(shipped: Engine, catalogue: Catalogue) -> Engine:
    """The library's engine in towns that no phrase of it was written for."""
    return load(once.of_corpus(moved(of_release(catalogue.release))))


@pytest.mark.parametrize(
    "text", ["asilo nido a {}", "sono di {} e cerco una badante", "corsi di inglese {}", "{}, un dentista?"]
)
def test_a_town_is_read_the_same_wherever_it_is(shipped: Engine, elsewhere: Engine, text: str) -> None:
    here, there = shipped.read(text.format("Carpi")), elsewhere.read(text.format("Belvedere Marittimo"))
    assert there.best == here.best
    assert there.belief[there.best] == pytest.approx(here.belief[here.best], abs=0.01)
    assert (here.town, there.town) == ("carpi", "belvedere")


def test_a_mistyped_town_is_found(elsewhere: Engine) -> None:
    assert elsewhere.read("asilo nido a belvdere").town == "belvedere"


def test_a_town_that_is_called_like_a_word_is_a_place_after_a_preposition_only(elsewhere: Engine) -> None:
    assert elsewhere.read("abito a Sale e cerco un nido").town == "sale"
    assert elsewhere.read("mi sale la pressione").town is None


def test_phrases_of_a_folder_of_its_own_may_name_its_towns(corpus: Corpus, engine: Engine) -> None:
    named = replace(
        corpus, utterances=(*corpus.utterances, replace(corpus.utterances[0], text="badante a Novi di Modena"))
    )
    words: Any = learn(named, engine.acts).meta["vocabulary"].split()
    assert TOWN in words
    assert words.count("novi") == 1  # from the network, not from the phrase


def test_the_package_says_of_what_it_was_taught(blob: Blob, corpus: Corpus) -> None:
    assert once.BESIDE.parent == library.FOLDER
    assert once.name_of(corpus.bare) != once.name_of(replace(corpus.bare, thanks=("grazie mille",)))
    assert np.array_equal(unpack(pack(completed(blob, corpus))).arrays["bias"], blob.arrays["bias"])
