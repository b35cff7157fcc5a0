"""A new network: points as maps give them, what a country brings, files that `check` accepts, whole or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import phonenumbers
import pytest
import yaml
from phonenumbers import shortnumberinfo

from bot.catalogue.text import Language
from bot.config import SHIPPED_KNOWLEDGE
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.editorial.founding import countries, writing
from bot.editorial.founding.answers import Answers, Town
from bot.editorial.founding.coordinates import point
from bot.editorial.founding.folder import files_for
from bot.editorial.founding.trying import Trial, Unfit

TODAY = date(2026, 11, 28)
BIELLA = Town("Biella", (45.5628, 8.0583))
NETWORK = Answers(
    name="Welfare Biella",
    country="IT",
    languages=("it", "en"),
    towns=(BIELLA, Town("Cossato", (45.5725, 8.1806))),
    controller='Consorzio «Biella "Insieme"»',
    email="rete@biella.example.org",
    phone="015 000 0100",
    emergency=countries.emergency_numbers("IT"),
    hours="lun-ven 9-12",
    address="Via Italia 2",
)
POINTS = [
    ("45.5628, 8.0583", (45.5628, 8.0583)),
    ("45.5628,8.0583", (45.5628, 8.0583)),
    ("(45.5628 8.0583)", (45.5628, 8.0583)),
    ("45,5628; 8,0583", (45.5628, 8.0583)),
    ("45,5628,8,0583", (45.5628, 8.0583)),
    ("lat: 45.5628, lon: 8.0583", (45.5628, 8.0583)),
    ("45.5628 N, 8.0583 E", (45.5628, 8.0583)),
    ("N 51.5074 W 0.1278", (51.5074, -0.1278)),
    ("51.5074, -0.1278", (51.5074, -0.1278)),
    ("45°33'46.1\"N 8°03'29.9\"E", (45.562806, 8.058306)),
    ("45° 33' N 8° 3' O", (45.55, -8.05)),
    ("https://www.openstreetmap.org/#map=14/45.5628/8.0583", (45.5628, 8.0583)),
    ("https://www.openstreetmap.org/?mlat=45.5628&mlon=8.0583#map=9/1.5/2.5", (45.5628, 8.0583)),
    ("https://www.google.com/maps/place/Biella/@45.5,8.1,13z/data=!3d45.5628!4d8.0583", (45.5628, 8.0583)),
    ("https://www.google.com/maps/@45.5628,8.0583,13z", (45.5628, 8.0583)),
    ("https://maps.apple.com/?ll=45.5628,8.0583", (45.5628, 8.0583)),
    ("geo:45.5628,8.0583", (45.5628, 8.0583)),
    ("45.5628", None),
    ("45, 8", None),  # a hundred kilometres: too coarse
    ("in centro", None),
    ("45.5628, 8.0583, 12.5", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "where"), POINTS)
def test_a_point_is_read_as_maps_give_it(text: str, where: tuple[float, float] | None) -> None:
    assert point(text) == where


@pytest.mark.parametrize("country", sorted({"IT", *countries.ONE_ONE_TWO, *countries.OTHERS}))
def test_the_first_number_of_a_country_is_one_for_emergencies(country: str) -> None:
    first = countries.emergency_numbers(country)[0].phone

    assert shortnumberinfo.is_emergency_number(first, country)
    assert country in phonenumbers.SUPPORTED_REGIONS


def test_italy_has_the_numbers_of_the_demonstration() -> None:
    shown = yaml.safe_load((SHIPPED_KNOWLEDGE / "network.yaml").read_text("utf-8"))["emergency"]

    assert [one.model_dump(exclude_none=True) for one in countries.ITALY] == shown


def test_of_a_country_that_is_not_known_there_are_no_numbers() -> None:
    assert countries.emergency_numbers("JP") == ()


@pytest.mark.parametrize(
    ("country", "where", "zone"),
    [
        ("IT", (45.56, 8.06), "Europe/Rome"),
        ("ES", (28.1, -15.4), "Atlantic/Canary"),
        ("US", (34.05, -118.24), "America/Los_Angeles"),
    ],
)
def test_the_time_zone_is_that_of_the_nearest_city_of_the_country(
    country: str, where: tuple[float, float], zone: str
) -> None:
    assert countries.timezone(country, where) == zone


@pytest.mark.parametrize(
    ("country", "where", "elsewhere"),
    [
        ("IT", (35.5, 12.6), False),  # Lampedusa
        ("NO", (69.7, 30.0), False),  # Kirkenes
        ("IT", (51.5, -0.1), True),
        ("IT", (8.0583, 45.5628), True),
    ],
)
def test_a_point_in_another_country_is_noticed(country: str, where: tuple[float, float], *, elsewhere: bool) -> None:
    assert countries.is_elsewhere(country, where) is elsewhere


@pytest.mark.parametrize("languages", [("it", "en"), ("it",), ("en", "it"), ("en",)])
@pytest.mark.parametrize("address", ["", "Via Italia 2"])
def test_check_finds_nothing_in_a_new_folder(tmp_path: Path, languages: tuple[Language, ...], address: str) -> None:
    made = replace(NETWORK, languages=languages, address=address)
    writing.write(tmp_path / "rete", files_for(made, TODAY))

    checked = check(load(tmp_path / "rete"), TODAY)

    assert checked.problems == ()
    assert checked.release
    network = checked.release.network
    assert (network.name.it, network.privacy.controller) == (NETWORK.name, NETWORK.controller)
    assert network.demonstration, "there is only the example"
    assert [door.areas for door in network.doors] == [("salva-tempo",)], "the menu is what the example does"


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_text_of_the_folder_is_in_each_language_and_nowhere_is_a_town_of_the_demonstration(
    language: Language,
) -> None:
    other: Language = "en" if language == "it" else "it"
    texts = files_for(replace(NETWORK, languages=(language, other)), TODAY)
    written = "\n".join(text for name, text in texts.items() if not name.startswith("schema/"))

    assert "it: " in texts["network.yaml"]
    assert "en: " in texts["network.yaml"]
    assert not [town for town in ("Carpi", "Soliera", "Novi", "Argine") if town in written]
    assert "<<" not in written


@pytest.mark.parametrize("country", ["DE", "GB", "CH", "US"])
def test_other_countries_have_their_number_and_their_zone(tmp_path: Path, country: str) -> None:
    zone, town = next((name, city) for of, name, city in countries.zones() if of == country)
    number = phonenumbers.example_number(country)
    assert number
    phone = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    made = replace(
        NETWORK,
        country=country,
        towns=(Town("Town", town),),
        phone=phone,
        emergency=countries.emergency_numbers(country),
        hours="by appointment",
    )
    writing.write(tmp_path / "net", files_for(made, TODAY))

    checked = check(load(tmp_path / "net"), TODAY)

    assert [str(problem.rule) for problem in checked.problems] == []
    assert checked.release
    assert checked.release.network.timezone == zone


UNFIT: list[tuple[Callable[[Trial], object], str]] = [
    (lambda trial: trial.plain("name", " "), "an answer is needed"),
    (lambda trial: trial.plain("name", "<b>Biella</b>"), "HTML"),
    (lambda trial: trial.plain("controller", "da definire"), "says that a value is missing"),
    (lambda trial: trial.plain("email", "rete(at)biella"), "is not an e-mail address"),
    (lambda trial: trial.plain("phone", "015"), "is not a complete phone number"),
    (lambda trial: trial.plain("phone", "059 000 0101", "GB"), "phone number"),
    (lambda trial: trial.plain("hours", "quando capita"), "cannot be read"),
    (lambda trial: trial.languages("fr"), "fr will not do"),
    (lambda trial: trial.languages(""), "will not do"),
    (lambda trial: trial.country("Italia"), "I do not know the country"),
    (lambda trial: trial.emergency("", "JP"), "not sure of the emergency numbers"),
    (lambda trial: trial.emergency("aiuto", "JP"), "number"),
    (lambda trial: trial.town("Biella", (), "IT"), "I find no town"),
    (lambda trial: trial.town("Biella:in centro", (), "IT"), "I find no point"),
    (lambda trial: trial.town("Biella:91.5, 181.5", (), "IT"), "is no point on earth"),
    (lambda trial: trial.town("Biella:8.0583,45.5628", (), "IT"), 'Write "45.5628, 8.0583".'),
    (lambda trial: trial.town("Adelaide:138.6,-34.9", (), "AU"), 'Write "-34.9, 138.6".'),
    (lambda trial: trial.town("London:51.5074,-0.1278", (), "IT"), "near another one"),
    (lambda trial: trial.town("Biella:45.5628,8.0583", (BIELLA,), "IT"), "is there already"),
    (lambda trial: trial.town("Cossato:42.5725,8.1806", (BIELLA,), "IT"), "333 km from Biella"),
]


@pytest.mark.parametrize(("answered", "why"), UNFIT)
def test_an_answer_that_will_not_do_is_refused_with_its_reason(answered: Callable[[Trial], object], why: str) -> None:
    with pytest.raises(Unfit) as unfit:
        answered(Trial("en", TODAY))

    assert why in str(unfit.value)


def test_a_town_is_read_with_its_point() -> None:
    assert Trial("it", TODAY).town("Borgo Nuovo: 45.56, 8.05", (), "IT") == Town("Borgo Nuovo", (45.56, 8.05))


@pytest.mark.parametrize("inside", [["note.txt"], [".hidden"], ["organizations/"]])
def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, inside: list[str]) -> None:
    for name in inside:
        (tmp_path / name).mkdir() if name.endswith("/") else (tmp_path / name).touch()

    with pytest.raises(writing.Taken):
        writing.write(tmp_path, {"network.yaml": "id: x"})

    assert [entry.name for entry in tmp_path.iterdir()] == [name.rstrip("/") for name in inside]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "rete").touch()
    with pytest.raises(writing.Taken):
        writing.write(tmp_path / "rete", {"network.yaml": "id: x"})


@pytest.mark.parametrize("is_there", [False, True])
def test_who_is_interrupted_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    folder = tmp_path / "rete"
    if is_there:
        folder.mkdir()
    really, left = Path.rename, [1]

    def rename(self: Path, target: Path) -> Path:
        if not left:
            raise KeyboardInterrupt
        left.pop()
        return really(self, target) if is_there else rename(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KeyboardInterrupt):
        writing.write(folder, {"network.yaml": "id: x", "organizations/a.yaml": "id: a", "b.yaml": ""})

    assert [entry.name for entry in tmp_path.rglob("*")] == (["rete"] if is_there else [])


def test_an_empty_folder_is_filled_where_it_is(tmp_path: Path) -> None:
    before = tmp_path.stat().st_ino

    writing.write(tmp_path, {"network.yaml": "id: x", "organizations/a.yaml": "id: a"})

    assert tmp_path.stat().st_ino == before
    assert sorted(str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*.yaml")) == [
        "network.yaml",
        "organizations/a.yaml",
    ]
