"""Every fault of evaluation.yaml, at its place and with its cure."""

import pytest

from bot.catalogue.text import LANGUAGES
from bot.editorial.wording import line
from tests.bot.editorial.small_network import EVALUATION, MARK, Folder

TARGET = "{id: aiutati, step: helped, share: 60 %, source: follow-up}"
NAME = "evaluation.yaml"


def target(text: str) -> tuple[str, str]:
    return TARGET, text


@pytest.mark.parametrize(
    ("old", "new", "rule", "says"),
    [
        ("2026-09-01/2028-08-31", "§2026-09-01/", "evaluation-period", "primo e un ultimo giorno"),
        ("2026-09-01/2028-08-31", "§/2028-08-31", "evaluation-period", "primo e un ultimo giorno"),
        ("2026-09-01/2028-08-31", "§2028-09-01/2026-08-31", "evaluation-period", "prima di cominciare"),
        ("2026-09-01/2028-08-31", "§due anni", "bad-date", "2026-09-01/2027-03-31"),
        (*target("{id: aiutati, step: helped, share: §120 %, source: follow-up}"), "bad-number", "il massimo è 100"),
        (*target("{id: aiutati, step: helped, share: §0 %, source: follow-up}"), "bad-number", "il minimo è 1"),
        (*target("{id: aiutati, step: helped, share: §tanti, source: follow-up}"), "bad-number", "numero intero"),
        (*target("{id: aiutati, step: helped, share: §12.5 %, source: follow-up}"), "bad-number", "numero intero"),
        (*target("§{id: aiutati, share: 60 %, source: follow-up}"), "evaluation-target", 'Aggiungi "step"'),
        (
            *target("{id: aiutati, step: §helped, question: restare, share: 60 %, source: companies}"),
            "evaluation-target",
            "una riga sola",
        ),
        (*target("{id: aiutati, step: §felici, share: 60 %, source: counts}"), "bad-choice", "reached, understood"),
        (*target("{id: aiutati, step: helped, share: 60 %, source: §sensazioni}"), "bad-choice", "counts, follow-up"),
        (*target("{id: a, step: reached, share: 60 %, source: §companies}"), "evaluation-target", "source: counts"),
        (*target("{id: a, question: restare, share: 60 %, source: §counts}"), "evaluation-target", "employees, comp"),
        (*target("{id: a, question: §restate, share: 60 %, source: companies}"), "evaluation-target", "è: restare"),
        (*target("{id: a, question: §altro, share: 60 %, source: companies}"), "evaluation-target", "good: true"),
        (
            *target(f"{TARGET}\n  - {{id: altri, step: §helped, share: 50 %, source: follow-up}}"),
            "evaluation-target",
            'già l\'obiettivo "aiutati"',
        ),
        (
            *target(f"{TARGET}\n  - {{id: §aiutati, step: reached, share: 50 %, source: counts}}"),
            "duplicate-id",
            "scegline un altro",
        ),
        (*target("{id: a, step: again, share: 60 %, source: §companies}"), "evaluation-target", "source: employees"),
    ],
)
def test_a_fault_has_its_place_and_its_cure(folder: Folder, old: str, new: str, rule: str, says: str) -> None:
    place = folder.replace(NAME, old, new if MARK in new else f"{MARK}{new}")
    found = {str(one.position): one for one in folder.check().problems if one.rule == rule}
    assert list(found) == [place]
    assert says in line(found[place], "it")
    assert all(line(found[place], language).endswith(f"({rule})") for language in LANGUAGES)


FIRST = (
    "    - {id: facile, about: access, ask: Facile, answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}\n"
)
LAST = FIRST.replace("facile", "restare").replace("access", "again").replace("Facile", "Ancora")


@pytest.mark.parametrize(
    ("form", "new", "rule", "says"),
    [
        ("companies", "", "evaluation-form", 'a "companies" si fanno 5 domande, e qui sono 4'),
        ("organizations", "", "evaluation-form", 'a "organizations" si fanno 5 domande'),
        ("companies", FIRST * 2, "bad-value", '"companies" può avere al massimo 5 voci'),
        ("employees", FIRST * 2, "bad-value", '"employees" può avere al massimo 5 voci'),
        ("employees", FIRST.replace("facile", "Buono"), "evaluation-form", 'la domanda "buono" c\'è due volte'),
        ("employees", FIRST.replace("access", "again"), "evaluation-form", '"facile" chiede già'),
        ("employees", FIRST.replace("id: no", "id: si"), "evaluation-form", 'la risposta "si" c\'è due volte'),
        ("employees", FIRST.replace("label: No", "label: 'Sì '"), "evaluation-form", "lo stesso bottone"),
        ("employees", FIRST.replace(", {id: no, label: No}", ""), "bad-value", '"answers" deve avere almeno 2'),
        ("employees", FIRST.replace("No}", "Nemmeno per tutto l'oro del mondo}"), "text-too-long", "28"),
        ("employees", FIRST.replace("Facile", f"{'Facile ' * 20}?"), "text-too-long", "120"),
        ("employees", FIRST.replace("access", "umore"), "bad-choice", "access, quality"),
    ],
)
def test_a_fault_of_a_form_has_its_cure(folder: Folder, form: str, new: str, rule: str, says: str) -> None:
    before, name, after = EVALUATION.partition(f"  {form}:\n")
    folder.write(NAME, before + name + after.replace(FIRST, new, 1))
    found = [line(one, "it") for one in folder.check().problems if one.rule == rule]
    assert [one for one in found if says in one], found


@pytest.mark.parametrize(
    ("again", "says"),
    [
        ("", "about: again"),
        (LAST.replace(", good: true", ""), "about: again"),
        (LAST.replace("label: No", "label: No, good: true"), "raggiunto comunque"),
    ],
)
def test_the_last_step_needs_a_question_that_can_fail(folder: Folder, again: str, says: str) -> None:
    text = EVALUATION.replace(TARGET, "{id: a, step: again, share: 60 %, source: employees}")
    folder.write(NAME, text.replace(LAST, again, 1))
    found = [line(one, "it") for one in folder.check().problems if one.rule == "evaluation-target"]
    assert [one for one in found if says in one], found
    folder.write(NAME, text)
    assert "evaluation-target" not in {one.rule for one in folder.check().problems}


def test_a_yes_may_be_written_as_people_write_it(folder: Folder) -> None:
    folder.write(NAME, EVALUATION.replace("good: true", "good: sì").replace("60 %", "60"))
    release = folder.check().release
    assert release
    assert release.evaluation
    assert release.evaluation.forms.companies[0].answers[0].good
