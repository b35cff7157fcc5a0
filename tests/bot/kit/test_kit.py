"""A company's kit: every code is read back by an independent reader, every name fits, every place has its own link."""

import io
import time
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.text import LANGUAGES
from bot.kit.kit import File, kit
from bot.kit.words import WORDS
from bot.people import invites
from bot.people.invites import PLACES
from bot.people.tokens import Closed
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from tests.cast import NOON

LONG = "Officine Meccaniche Fratelli Bertacchi & Figli di Campogalliano S.p.A. – Divisione Oleodinamica"
PHONE_CAMERA = 1.2  # pixels a point: an A4 page of 714 by 1010 pixels


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('kit') / 'k.db'}")
    migrate(store)
    yield store
    store.close()


def drawn(store: Store, catalogue: Catalogue, company: str = "biomed-padana") -> dict[str, File]:
    with store.write() as tx:
        return {file.name: file for file in kit(tx, catalogue, company, "kmzero_bot", NOON)}


def pictures(file: File) -> list[Image.Image]:
    """Return every page as somebody sees it."""
    if file.media_type == "image/png":
        return [Image.open(io.BytesIO(file.content))]
    with pypdfium2.PdfDocument(file.content) as document:
        found = []
        for page in document:
            found.append(page.render(scale=PHONE_CAMERA).to_pil())
            page.close()
        return found


def links(file: File) -> list[str]:
    if file.media_type == "text/plain":
        return [line for line in file.content.decode().splitlines() if line.startswith("https://")]
    return [code.text for picture in pictures(file) for code in zxingcpp.read_barcodes(picture)]


def test_every_code_is_read_back_and_opens_the_invite_of_its_place(store: Store, catalogue: Catalogue) -> None:
    files = drawn(store, catalogue)
    found: dict[str, set[str]] = {}
    for name, file in files.items():
        pages = 1 if file.media_type != "application/pdf" else len(LANGUAGES)
        assert len(links(file)) == pages, name
        place = next(place for place in PLACES if place in name)
        found.setdefault(place, set()).update(links(file))
    assert set(found) == set(PLACES) - {"other"}
    assert all(len(of_place) == 1 for of_place in found.values())
    with store.read() as tx:
        for place, (one,) in found.items():
            opened = invites.look(tx, one.removeprefix("https://t.me/kmzero_bot?start="), NOON)
            assert not isinstance(opened, Closed)
            assert (opened.company, opened.place, opened.closed) == ("biomed-padana", place, None)


def test_with_pages_of_ours_every_code_leads_to_the_page_of_its_invite(store: Store, catalogue: Catalogue) -> None:
    web = "https://welfare.example.org"
    with store.write() as tx:
        files = kit(tx, catalogue, "biomed-padana", "kmzero_bot", NOON, web=web)
    found = {link for file in files for link in links(file)}
    assert len(found) == len(PLACES) - 1
    with store.read() as tx:
        opened = [invites.look(tx, link.removeprefix(f"{web}/i/"), NOON) for link in found]
    assert {one.closed if isinstance(one, invites.Invite) else one for one in opened} == {None}


def test_the_steps_of_a_poster_are_those_that_its_link_asks_for(store: Store, catalogue: Catalogue) -> None:
    with store.write() as tx:
        for web, step in ((None, "Si apre Telegram: tocca «Avvia»"), ("https://a.example", "Tocca «Apri in Telegram»")):
            poster, *_ = kit(tx, catalogue, "biomed-padana", "kmzero_bot", NOON, web=web, languages=("it",))
            assert step in text_of(poster)


def test_pages_are_of_the_promised_size(store: Store, catalogue: Catalogue) -> None:
    files = drawn(store, catalogue)
    millimetres = {"poster-canteen": (210, 297), "poster-locker-room": (210, 297), "payslip": (210, 99)}
    for name, size in millimetres.items():
        with pypdfium2.PdfDocument(files[f"biomed-padana-{name}.pdf"].content) as document:
            page = document[0]
            assert [round(points / 72 * 25.4) for points in page.get_size()] == list(size)
            page.close()
    assert pictures(files["biomed-padana-group-chat-it.png"])[0].size == (1080, 1080)


def text_of(file: File) -> str:
    with pypdfium2.PdfDocument(file.content) as document:
        said = []
        for page in document:
            text = page.get_textpage()
            said.append(" ".join(text.get_text_range().split()))
            text.close()
            page.close()
        return "\n".join(said)


def test_a_poster_says_who_what_and_the_three_promises_in_both_languages(store: Store, catalogue: Catalogue) -> None:
    italian, english = text_of(drawn(store, catalogue)["biomed-padana-poster-canteen.pdf"]).split("\n")
    for page, words in ((italian, WORDS["it"]), (english, WORDS["en"])):
        assert all(sentence in page for sentence in words.privacy)
        assert "Biomed Padana" in page
        assert catalogue.network.desk.phone in page
        assert catalogue.network.privacy.controller in page


def test_a_very_long_name_is_whole_and_inside_the_page(store: Store, catalogue: Catalogue) -> None:
    named = [
        company.model_copy(update={"name": LONG}) if company.id == "biomed-padana" else company
        for company in catalogue.release.companies
    ]
    release = catalogue.release.model_copy(update={"companies": tuple(named)})
    files = drawn(store, Catalogue(1, release))
    for name in ("poster-canteen", "payslip"):
        assert LONG.replace("'", "’") in text_of(files[f"biomed-padana-{name}.pdf"])


def test_what_was_printed_before_stays_good_and_each_kit_has_its_own_links(store: Store, catalogue: Catalogue) -> None:
    kits = [{link for file in drawn(store, catalogue).values() for link in links(file)} for _ in range(2)]
    assert not set.intersection(*kits)
    with store.read() as tx:
        for link in kits[0]:
            opened = invites.look(tx, link.partition("=")[2], NOON)
            assert not isinstance(opened, Closed)
            assert opened.closed is None


def test_one_language_has_one_page(store: Store, catalogue: Catalogue) -> None:
    with store.write() as tx:
        files = kit(tx, catalogue, "biomed-padana", "kmzero_bot", NOON, languages=("en",))
    assert {len(links(file)) for file in files} == {1}
    assert not [file.name for file in files if "-it." in file.name]


def test_a_kit_is_drawn_within_three_seconds(store: Store, catalogue: Catalogue) -> None:
    start = time.process_time()
    drawn(store, catalogue)
    assert time.process_time() - start < 3


def test_the_kit_of_a_company_that_is_not_there_makes_no_link(store: Store, catalogue: Catalogue) -> None:
    with pytest.raises(KeyError), store.write() as tx:
        kit(tx, catalogue, "nowhere", "kmzero_bot", NOON)
    with store.read() as tx:
        assert invites.listing(tx, "nowhere", NOON) == []


def test_no_text_uses_words_of_offices() -> None:
    for words in WORDS.values():
        said = " ".join(str(value) for value in vars(words).values()).lower()
        assert not [word for word in ("utente", "purtroppo", "user", "beneficiar") if word in said]
    assert [len(words.privacy) for words in WORDS.values()] == [3, 3]
    assert all(a != b for a, b in pairwise((*WORDS["it"].steps, *WORDS["it"].steps_by_page)))
