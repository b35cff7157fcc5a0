"""Words in their normal form, their repair, and where a message refuses, turns and joins."""

from random import Random

import pytest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.cli.bench.typos import with_typos
from bot.understanding.cues.audience import audience
from bot.understanding.cues.remarks import remarks
from bot.understanding.cues.towns import Said, of_towns
from bot.understanding.text.clauses import cut, joints, refused
from bot.understanding.text.language import language_of
from bot.understanding.text.normal import words
from bot.understanding.text.repair import LEAST, SHORTEST, Repair, hashed


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Perché NON c’è?", ["perche", "non", "c", "e"]),
        ("xké nn viene cmq", ["perche", "non", "viene", "comunque"]),
        ("aiutoooooo", ["aiutoo"]),
        ("", []),
    ],
)
def test_shorthand_accents_and_repeated_letters_are_written_out(text: str, normal: list[str]) -> None:
    assert words(text) == normal


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("niente palestra, è la schiena che mi ammazza", ["niente palestra"]),
        ("niente palestra è la schiena che mi ammazza", ["niente palestra"]),
        ("non voglio un prestito ma capire lo spid", ["non voglio un prestito"]),
        ("il doposcuola ce l'ho, cerco una baby sitter", ["il doposcuola ce l ho"]),
        ("not a gym but a physio", ["not a gym"]),
        ("non dorme mai e non mangia", []),
        ("non c'è nessuno che lo guardi", []),
    ],
)
def test_what_is_not_wanted_is_found(text: str, unwanted: list[str]) -> None:
    clauses = cut(text)
    assert [" ".join(clauses.words[part.start : part.stop]) for part in refused(clauses)] == unwanted


def test_a_second_need_may_begin_after_a_sign_or_a_link() -> None:
    clauses = cut("esce alle 13, e devo fare l'isee")
    assert [clauses.words[place] for place in joints(clauses)] == ["e"]


REPAIR = Repair(("badante", "pulizie"), hashed(["bada", "bastante"]))


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("bdante", "badante"),
        ("pulzie", "pulizie"),
        ("bastante", "bastante"),
        ("zzzzzz", "zzzzzz"),
        ("bad", "bad"),
        ("12345", "12345"),
    ],
)
def test_only_a_word_that_nobody_knows_is_repaired(written: str, mended: str) -> None:
    assert REPAIR.mend([written]) == [mended]


def test_no_word_near_enough_is_overlooked() -> None:
    random = Random(1)
    known = sorted({"".join(random.choices("abcde1", k=random.randint(3, 11))) for _ in range(400)})
    repair = Repair(tuple(known), hashed([]))
    for word in (with_typos(random.choice(known), 1, random) for _ in range(200)):
        slack = 1 if len(word) < 6 else 2
        near = [one for one in sorted(known, key=len) if abs(len(one) - len(word)) <= slack]
        best = process.extractOne(word, near, scorer=OSA.normalized_similarity, score_cutoff=LEAST)
        strange = len(word) >= SHORTEST and not repair.knows(word)
        assert repair.mend([word]) == [best[0] if best and strange else word]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mi serve una mano con i compiti", "it"),
        ("I need help with the kids", "en"),
        ("isee", None),
        ("scusa no, piscina", None),
        ("no, corso di inglese", "it"),
        ("no, per me", "it"),
        ("gym in Soliera", None),
    ],
)
def test_the_language_is_told_by_small_words(text: str, language: str | None) -> None:
    assert language_of(words(text)) == language


TOWNS = of_towns([("Carpi", "carpi"), ("Novi di Modena", "novi")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a Novi", ("town",)),
        ("no scusa, volevo dire per me", ("who",)),
        ("meglio di sera, a Carpi", ("town", "when")),
        ("actually for my son, on Saturday", ("who", "when")),
        ("ma quanto costa?", ("card",)),
        ("è aperto il sabato?", ("when",)),
        ("a che ora apre a Carpi?", ("town", "card")),
        ("vorrei parlare con un operatore", ("person",)),
        ("can I talk to a person please", ("person",)),
        ("vorrei parlare con una persona, ho l'ansia", ()),
        ("quanto costa una badante", ()),
        ("cerco casa a Carpi", ()),
        ("aiuto con mia mamma", ()),
        ("buonasera", ()),
        ("ho una figlia di 12 anni", ()),
        ("", ()),
    ],
)
def test_a_message_that_names_no_need_is_told_apart(text: str, found: tuple[str, ...]) -> None:
    named = TOWNS.mentions(Said(words(text), words(text), frozenset()))
    assert remarks(words(text), TOWNS, named[0].town if named else None) == found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("mio babbo è caduto", "elderly"),
        ("mio figlio ha 15 anni", "teenagers"),
        ("la bimba ha la febbre", "children"),
        ("ho mal di denti", "adults"),
        ("cerco la babysitter per stasera", None),
        ("dentista", None),
    ],
)
def test_who_a_message_is_about(text: str, who: str | None) -> None:
    assert audience(words(text)) == who


def test_typos_change_as_many_words_as_asked_and_can_be_repeated() -> None:
    text = "cerco qualcuno per mia madre domani"
    broken = with_typos(text, 2, Random(4))
    assert broken == with_typos(text, 2, Random(4))
    assert sum(a != b for a, b in zip(text.split(), broken.split(), strict=True)) <= 2
    assert with_typos(text, 0, Random(4)) == text
