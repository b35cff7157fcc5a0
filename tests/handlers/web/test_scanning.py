"""What is scanned at the desk, by script into the box or as a photograph: a code, a badge, or somebody else's."""

import io
from collections.abc import Awaitable, Callable

import pytest
from PIL import Image

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.drawing import qr
from bot.partners import badges, photos
from handlers.web import rendering, scanning
from handlers.web.visit import Web
from tests.cast import NOON, CorePhone
from tests.conftest import member
from tests.handlers.web.visitor import Visitor

BADGE, CODE = "gomme-e-tagliando-badge", "casa-sicura-rete"
Opened = Callable[..., Awaitable[Visitor]]


@pytest.fixture
def organization(web: Web) -> Callable[[str], str]:
    """Say whose an offer is."""

    def of(offer: str) -> str:
        with web.house.store.read() as tx:
            return web.edition(tx).catalogue.offers[offer][0].organization.id

    return of


@pytest.fixture
async def code(house: House, invite: Callable[[str], str]) -> str:
    """A code that somebody was given."""
    anna: CorePhone = await member(house, invite, "anna")
    anna.send(Chose(f"take:{CODE}"))
    assert anna.voucher
    return str(anna.voucher.code)


async def sent(page: Visitor, content: bytes, name: str = "foto.jpg", kind: str = "image/jpeg") -> Visitor:
    await page.open("/desk")
    return await page.send("Leggi la foto", {}, {"photo": (name, content, kind)})


async def test_a_code_is_read_from_a_photograph(opened: Opened, organization: Callable[[str], str], code: str) -> None:
    page = await opened("partner", organization(CODE))
    await sent(page, qr.png(code))
    assert "Valido" in page.text
    assert code in page.text
    assert "/seen/" in str(page.answer.url), "what was read is in no address"
    assert code not in str(page.answer.url)


async def test_a_badge_is_read_from_a_photograph_and_from_the_box(
    house: House, opened: Opened, organization: Callable[[str], str]
) -> None:
    page, badge = await opened("partner", organization(BADGE)), badges.make(house.keys, BADGE, NOON)
    await sent(page, qr.png(f"https://welfare.example.org/b/{badge}"))
    assert "Segna come usato" in page.page.forms[0].buttons
    for said in (badge, f"https://welfare.example.org/b/{badge}"):
        await page.open("/desk")
        await page.press("Controlla", code=said)
        assert "Valido" in page.text
    await page.press("Segna come usato")
    assert "Segnato" in page.text


@pytest.mark.parametrize("said", ["https://example.com/menu", "WIFI:S:ospiti;P:segreta;;", "BEGIN:VCARD\nFN:Anna"])
async def test_somebody_elses_qr_is_said_to_be_so(
    opened: Opened, organization: Callable[[str], str], said: str
) -> None:
    page = await opened("partner", organization(CODE))
    assert "Non è un QR nostro" in (await sent(page, qr.png(said))).text
    await page.open("/desk")
    assert "Non è un QR nostro" in (await page.press("Controlla", code=said)).text
    assert said not in page.answer.text, "and is not said again"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 I am no picture", "Non è una foto che so leggere"),
        (b"", "Non è una foto che so leggere"),
        (b"<script>alert(1)</script>", "Non è una foto che so leggere"),
        (b"MZ" + b"\0" * 2_000_000, "Non è una foto che so leggere"),
    ],
)
async def test_what_lies_about_its_type_is_said_kindly(
    opened: Opened, organization: Callable[[str], str], content: bytes, said: str
) -> None:
    page = await opened("partner", organization(CODE))
    assert said in (await sent(page, content)).text


async def test_a_photograph_without_a_code_says_what_to_do(opened: Opened, organization: Callable[[str], str]) -> None:
    file = io.BytesIO()
    Image.new("L", (800, 600), "gray").save(file, "JPEG")
    page = await opened("partner", organization(CODE))
    assert "Avvicinati" in (await sent(page, file.getvalue())).text


async def test_a_photograph_that_is_too_large_is_not_read(opened: Opened, organization: Callable[[str], str]) -> None:
    page = await opened("partner", organization(CODE))
    await sent(page, b"\0" * (photos.LARGEST + 100 * scanning.AROUND))
    assert page.status == 413
    assert "troppo grande" in page.text


async def test_no_photograph_is_read_without_the_desk(visitor: Visitor) -> None:
    answer = await visitor.client.post("/desk/photo", files={"photo": ("a.png", qr.png("x"), "image/png")})
    assert answer.status_code == 403


async def test_a_reason_that_nobody_gives_has_no_page(opened: Opened, organization: Callable[[str], str]) -> None:
    page = await opened("partner", organization(CODE))
    assert (await page.open("/desk/not-read/<b>")).status == 404


async def test_the_desk_loads_the_script_from_here_and_works_without_it(
    opened: Opened, organization: Callable[[str], str]
) -> None:
    page = await opened("partner", organization(CODE))
    html = (await page.open("/desk")).answer.text
    assert f'<script src="{rendering.address_of("scan.js")}" defer></script>' in html
    assert "onclick" not in html
    assert {"Controlla", "Leggi la foto"} <= {label for form in page.page.forms for label in form.buttons}
    assert '<div id="scan" hidden>' in html, "the camera is offered by the script alone"
