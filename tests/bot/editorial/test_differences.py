"""What changes between two releases is told in the coordinators' words."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
import yaml

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Release
from bot.catalogue.text import LANGUAGES, Language
from bot.editorial.publishing import difference_words
from bot.editorial.publishing.difference import KINDS, compare
from bot.editorial.wording import sentence
from tests.bot.editorial.small_network import EVALUATION, FILES, Folder

TODAY = date(2026, 11, 22)
ORG, NET, COM, AREA = "organizations/il-girasole.yaml", "network.yaml", "companies.yaml", "needs/anziani.yaml"
LATE = "obiettivo aiutati cambiato dopo l'inizio (resta scritto nella valutazione): "
Edit = Callable[[Any], None]


def _release(folder: Folder) -> Release:
    release = folder.check().release
    assert release
    return release


def _after(folder: Folder, file: str, edit: Edit) -> Release:
    content = yaml.load(FILES[file], Loader=yaml.BaseLoader)
    edit(content)
    folder.write(file, yaml.safe_dump(content, allow_unicode=True))
    return _release(folder)


def _service(content: Any) -> Any:
    return content["services"][0]


CHANGES: list[tuple[str, Edit, str, str]] = [
    (ORG, lambda c: _service(c)["price"].update(amount="20"), "1 prezzo", "1 price"),
    (ORG, lambda c: _service(c).update(hours="Mo-Fr 08:00-12:00"), "1 orario", "the hours of 1 service"),
    (ORG, lambda c: c["contact"].update(phone="059 000 0102"), "1 contatto", "1 contact"),
    (ORG, lambda c: c["locations"][0].update(address="Via Peruzzi 14"), "1 luogo", "1 place"),
    (ORG, lambda c: _service(c)["summary"].update(it="Un bottone."), "1 testo", "1 text"),
    (ORG, lambda c: _service(c).update(who=["elderly"]), "1 servizio cambiato", "1 service changed"),
    (ORG, lambda c: _service(c).update(checked_on="2026-11-20"), "1 servizio confermato", "1 service confirmed"),
    (ORG, lambda c: _service(c).update(languages=["en", "lis"]), "le lingue di 1 servizio", "the languages of 1"),
    (ORG, lambda c: _service(c).update(wait="Una settimana."), "1 attesa", "1 waiting time"),
    (ORG, lambda c: _service(c).update(duration="Un'ora."), "1 durata", "1 duration"),
    (ORG, lambda c: _service(c).update(eligibility="Anche senza ISEE."), "i requisiti di 1 servizio", "who can have 1"),
    (ORG, lambda c: _service(c).update(capacity="Dieci posti."), "i posti di 1 servizio", "the places of 1 service"),
    (ORG, lambda c: _service(c).update(payment="A fine mese."), "il modo di pagare di 1 servizio", "how 1 service is"),
    (ORG, lambda c: _service(c).update(needs=["caregiver", "badante"]), "i bisogni di 1 servizio", "the needs of 1"),
    (ORG, lambda c: _service(c).update(keywords=["pulsante"]), "le parole chiave di 1 servizio", "the keywords of 1"),
    (ORG, lambda c: _service(c).update(offers=[]), "-1 offerta", "-1 offer"),
    (
        ORG,
        lambda c: _service(c)["offers"][0].update(valid="2026-09-01/2026-11-21"),
        "1 offerta finita",
        "1 offer ended",
    ),
    (
        ORG,
        lambda c: _service(c)["offers"][0].update(valid="2026-09-01/2027-06-30"),
        "1 offerta prolungata",
        "1 offer prolonged",
    ),
    (
        ORG,
        lambda c: _service(c)["offers"][0].update(valid="2026-09-01/"),
        "1 offerta prolungata",
        "1 offer prolonged",
    ),
    (
        ORG,
        lambda c: _service(c)["offers"][0].update(valid="2026-09-01/2027-01-31"),
        "1 offerta accorciata",
        "1 offer shortened",
    ),
    (
        ORG,
        lambda c: _service(c)["offers"][0].update(valid="2027-09-01/2028-03-31"),
        "1 offerta con una stagione nuova",
        "1 offer with a new season",
    ),
    (
        ORG,
        lambda c: _service(c)["offers"][0].update(valid="2026-10-01/2027-03-31"),
        "1 offerta con una stagione nuova",
        "1 offer with a new season",
    ),
    (
        ORG,
        lambda c: _service(c)["offers"][0].update(valid="2026-08-01/2027-03-31"),
        "1 offerta cambiata",
        "1 offer changed",
    ),
    (
        ORG,
        lambda c: _service(c)["offers"][0].update(valid="/2027-06-30"),
        "1 offerta prolungata",
        "1 offer prolonged",
    ),
    (
        ORG,
        lambda c: _service(c)["offers"][0]["value"].update(amount="9"),
        "1 offerta cambiata",
        "1 offer changed",
    ),
    (
        ORG,
        lambda c: c["services"].append(deepcopy(_service(c)) | {"id": "due", "offers": []}),
        "+1 servizio",
        "+1 service",
    ),
    (COM, lambda c: c["companies"][0].update(employees="31"), "1 azienda cambiata", "1 company changed"),
    (NET, lambda c: c["desk"].update(phone="059 000 0101"), "la rete (network.yaml)", "the network (network.yaml)"),
    (
        NET,
        lambda c: c.update(neighbours=[{"id": "modena", "name": "Modena", "lat": "44.6471", "lon": "10.9252"}]),
        "i paesi fuori rete (network.yaml)",
        "the towns outside (network.yaml)",
    ),
    (AREA, lambda c: c["types"][0]["phrases"].update(en=["carer"]), "le frasi di 1 bisogno", "the phrases of 1 need"),
    (AREA, lambda c: c["types"][0].update(name="Badanti"), "1 bisogno cambiato", "1 need changed"),
]


@pytest.mark.parametrize(("file", "edit", "italian", "english"), CHANGES, ids=[case[2] for case in CHANGES])
def test_a_change_is_counted_in_words(folder: Folder, file: str, edit: Edit, italian: str, english: str) -> None:
    old = _release(folder)

    changes = compare(old, _after(folder, file, edit), TODAY)

    assert difference_words.summary(changes, "it") == italian
    assert difference_words.summary(changes, "en").startswith(english)
    assert len(difference_words.lines(changes, "it")) == len(changes.changes) == 1


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            lambda c: c["targets"][0].update(share="30"),
            LATE + "60 % → 30 %",
        ),
        (
            lambda c: c["targets"].append({"id": "a", "step": "reached", "share": "9", "source": "counts"}),
            "obiettivo aggiunto dopo l'inizio (resta scritto nella valutazione): a",
        ),
        (
            lambda c: c["targets"][0].update(step="reached", source="counts"),
            LATE + "60 % (helped, follow-up) → 60 % (reached, counts)",
        ),
        (lambda c: c["targets"][0].update(why="Perché sì."), None),
        (
            lambda c: c.update(costs=[{"what": "Sedie", "amount": "20"}]),
            '"costs" della valutazione, cambiato dopo l\'inizio (resta scritto nella valutazione): Il programma',
        ),
    ],
)
def test_a_promise_that_changes_after_the_start_is_told_with_both_values(
    folder: Folder, edit: Edit, said: str | None
) -> None:
    folder.write("evaluation.yaml", EVALUATION)
    old, content = _release(folder), yaml.load(EVALUATION, Loader=yaml.BaseLoader)
    edit(content)
    folder.write("evaluation.yaml", yaml.safe_dump(content, allow_unicode=True))
    new = _release(folder)
    assert difference_words.lines(compare(old, new, TODAY), "it") == ([said] if said else [])
    none = old.model_copy(update={"evaluation": None})
    assert [one.kind for one in compare(none, old, TODAY).changes] == ["evaluation-added-late"]
    before = difference_words.lines(compare(old, new, date(2026, 8, 31)), "it")
    assert not [line for line in before if "dopo l'inizio" in line]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_change_has_its_words(kind: str, language: Language) -> None:
    assert sentence("count", language, {"n": 2}, kind)
    assert sentence("change", language, {"name": "Nido", "of": "Il Girasole"}, kind)


def test_a_price_is_told_as_it_was_and_as_it_is(folder: Folder) -> None:
    old = _release(folder)
    new = _after(folder, ORG, lambda c: _service(c).update(price={"from": "10", "to": "15.5", "per": "hour"}))
    changes = compare(old, new, TODAY)

    assert [difference_words.lines(changes, language) for language in LANGUAGES] == [
        ["prezzo di Casa Sicura (Il Girasole): 18 € al mese → da 10 € a 15,50 € all'ora"],
        ["price of Safe Home (Il Girasole): €18 a month → €10 to €15.50 an hour"],
    ]


def test_hours_are_told_in_words(folder: Folder) -> None:
    old = _release(folder)
    changes = compare(old, _after(folder, ORG, lambda c: _service(c).update(hours="lun-ven 8-12, ago chiuso")), TODAY)

    assert [difference_words.lines(changes, language)[0].partition(": ")[2] for language in LANGUAGES] == [
        "lun–ven 9–17; festivi chiuso → lun–ven 8–12; ago chiuso",
        "Mon–Fri 9–17; holidays closed → Mon–Fri 8–12; Aug closed",
    ]


def test_a_changed_value_does_nothing_to_the_terminal(folder: Folder) -> None:
    """A release of before the rule `control-sign` may have such values."""
    old = _release(folder)
    good = _after(folder, ORG, lambda c: _service(c)["offers"][0].update(value={"gift": "una borsa"}))
    new = Release.model_validate_json(
        good.model_dump_json(by_alias=True, exclude_defaults=True).replace("una borsa", r"una \u001b[2J borsa")
    )

    assert difference_words.lines(compare(old, new, TODAY), "it")[0].endswith(
        "→ una \N{REPLACEMENT CHARACTER}[2J borsa"
    )


def test_an_answer_is_told_as_it_was_and_as_it_is(folder: Folder) -> None:
    folder.replace(ORG, "checked_on:", "languages: [en]\n    wait: {it: Un mese., en: A month.}\n    checked_on:")
    old = _release(folder)
    changed = {"languages": ["en", "uk"], "wait": {"it": "Oggi.", "en": "Today."}}
    new = _after(folder, ORG, lambda c: _service(c).update(changed))

    assert difference_words.lines(compare(old, new, TODAY), "en") == [
        "languages of Safe Home (Il Girasole): en → en, uk",
        "waiting time of Safe Home (Il Girasole): A month. → Today.",
    ]


def test_many_changes_are_summed_up_in_one_line_with_the_services_first(catalogue: Catalogue) -> None:
    release = catalogue.release
    without = release.model_copy(update={"organizations": release.organizations[2:]})

    said = difference_words.summary(compare(without, release, TODAY), "it")

    assert said.startswith("+2 organizzazioni, +")
    assert "servizi, +" in said


def test_only_so_many_lines_are_told_and_then_how_many_are_left(catalogue: Catalogue) -> None:
    changes = compare(None, catalogue.release, TODAY)

    lines = difference_words.lines(changes, "en", most=3)

    assert len(lines) == 4
    assert lines[-1] == f"… and {len(changes.changes) - 3:,} more changes."


def test_the_same_release_has_no_difference(catalogue: Catalogue) -> None:
    again = Release.model_validate_json(catalogue.release.model_dump_json(by_alias=True))

    assert not compare(catalogue.release, again, TODAY)
    assert difference_words.summary(compare(catalogue.release, again, TODAY), "it") == "Non cambia niente."


@pytest.mark.parametrize(("language", "note"), [("it", "(ore pasti)"), ("en", "(at meals)")])
def test_the_note_of_a_number_is_said_in_the_language_of_who_reads(
    folder: Folder, language: Language, note: str
) -> None:
    before = _release(folder)
    number = {"number": "059 000 0102", "description": {"it": "ore pasti", "en": "at meals"}}
    after = _after(folder, ORG, lambda c: c["contact"].update(phones=[number]))

    [said] = difference_words.lines(compare(before, after, TODAY), language)

    assert said.endswith(f"059 000 0101 → 059 000 0101, 059 000 0102 {note}")
