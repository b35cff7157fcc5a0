"""Every form of every page, sent as nobody should: each says no kindly, nothing breaks, nothing typed stays."""

import logging
import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.people import web_links
from bot.people.web_links import Role
from handlers.web.answering import TOKEN
from handlers.web.site import ROWS
from handlers.web.visit import Row, Web
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Visitor

FORMS = [row for row in ROWS if row.method == "POST"]
OF_ROLES = [row for row in FORMS if row.role]
OWNERS: dict[Role, str] = {"partner": "il-girasole", "company": "biomed-padana", "coordinator": "1"}
ELSEWHERE: dict[Role, Role] = {"partner": "company", "company": "partner", "coordinator": "partner"}
MARKER = "zqxjkv"
SCRIPT = f"<script>alert('{MARKER}')</script>"
FIELDS = (
    *("text", "state", "choice", "code", "number", "ticket", "mark", "field", "key", "codes", "column"),
    *("seen", "language", "shown", "full_until", "name"),
)
CHUNK = b"x" * 65_536
TEN_MEGABYTES = 160  # chunks
NO = {400, 403, 404, 405, 410, 413, 414}
TYPED = {
    "nothing": "",
    "HTML": SCRIPT,
    "ten thousand letters": MARKER * 1_667,
    "NUL": f"\0{MARKER}\0",
    "signs of SQL": f"'; DROP TABLE voucher; -- {MARKER}",
    "a template": "{{ 7 * 7 }} {% include 'base.html' %} { $name } " + MARKER,
    "letters of the right and of nowhere": f"\u202e{MARKER}\u0000\ufffe\U000e0041",
    "a number without end": "9" * 5_000,
    "a path": f"../../../fuori\0{MARKER}",
}
BODIES = {
    "broken multipart": ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="text"\r\n'),
    "multipart without a boundary": ("multipart/form-data", b"--b--"),
    "a boundary of another body": ("multipart/form-data; boundary=c", b"--b\r\n\r\nx\r\n--b--"),
    "a charset that is none": ("multipart/form-data; boundary=b; charset=klingon", b"--b--\r\n"),
    "a thousand fields": ("application/x-www-form-urlencoded", b"a=1&" * 1_000),
    "no letters at all": ("application/x-www-form-urlencoded", bytes(range(256))),
    "half a letter": ("application/x-www-form-urlencoded; charset=utf-16", b"text=\xff\xfe\xd8%E0%A4%A"),
    "another kind": ("application/json", b'{"text": [[[[[[]]]]]]}'),
    "no kind": ("", b"text"),
    "a file that lies": (
        "multipart/form-data; boundary=b",
        (
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="../../fuori.png\0.html"\r\n'
            b"Content-Type: image/png\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n"
        ),
    ),
}
PATHS = (
    *("/s/../", "/s/..%2f..%2fetc%2fpasswd", "/s/%00", "/s/%ff%fe", "/s/" + "a" * 50_000, "//evil.example/", "/s//"),
    *(
        "/open/%00",
        "/open/" + "A" * 5_000,
        "/i/..",
        "/i/%ED%A0%80",
        "/b/x",
        "/desk/seen/99999999999999999999",
        "/desk/%2e%2e",
    ),
    *("/company/kit/0000-00-00", "/company/kit/9999-12-31/..%2f", "/static/%2e%2e%2fsite.py", "/.env", "/s/${7*7}"),
)


def path_of(row: Row) -> str:
    return re.sub(r"\{.*?\}", "x", row.path)


def dump(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        return "\n".join(connection.iterdump())


def token_of(web: Web, role: Role) -> str:
    """Return what the forms of the newest session of a role carry."""
    with web.house.store.read() as tx:
        newest = max(web_links.listing(tx, role, web.clock(), OWNERS[role]), key=lambda one: one.created_at)
    return web.house.keys.form(newest.key)


@pytest.fixture
def as_it_should_be(opened: Callable[..., Any], visitor: Visitor, web: Web) -> Callable[..., Any]:
    """Return a browser that may send a row's form, and what its forms carry."""

    async def make(row: Row) -> tuple[Visitor, dict[str, str]]:
        if row.role is None:
            return visitor, {}
        return await opened(row.role, OWNERS[row.role]), {TOKEN: token_of(web, row.role)}

    return make


each_form = pytest.mark.parametrize("row", FORMS, ids=lambda row: row.path)
each_form_of_a_role = pytest.mark.parametrize("row", OF_ROLES, ids=lambda row: row.path)


@each_form_of_a_role
async def test_without_its_session_a_form_does_nothing(
    row: Row, visitors: Callable[[], Visitor], opened: Callable[..., Any], web: Web, database: Path
) -> None:
    assert row.role
    another = ELSEWHERE[row.role]
    mine, other = await opened(row.role, OWNERS[row.role]), await opened(another, OWNERS[another])
    token, before = token_of(web, row.role), dump(database)
    for who, said in (
        (visitors(), {TOKEN: token}),
        (other, {TOKEN: token}),
        (mine, {}),
        (mine, {TOKEN: ""}),
        (mine, {TOKEN: token[:-1]}),
        (mine, {TOKEN: "è"}),
        (mine, {TOKEN: token_of(web, ELSEWHERE[row.role])}),
    ):
        assert (await who.client.post(path_of(row), data=said)).status_code == 403, said
    from_another_site = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert (await mine.client.post(path_of(row), data={TOKEN: token}, headers=from_another_site)).status_code == 403
    assert dump(database) == before


@each_form_of_a_role
@pytest.mark.parametrize("ended", ["revoked", "after half a year"])
async def test_a_session_that_ended_is_told_what_to_do(
    row: Row, ended: str, as_it_should_be: Callable[..., Any], web: Web, clock: Clock
) -> None:
    mine, carried = await as_it_should_be(row)
    assert row.role
    if ended == "revoked":
        with web.house.store.write() as tx:
            web_links.revoke(tx, row.role, OWNERS[row.role], clock.now)
    else:
        clock.now += timedelta(days=181)
    answer = await mine.client.post(path_of(row), data=carried)
    assert answer.status_code == 403
    assert "Questa pagina si apre con un link" in answer.text


@each_form
async def test_ten_megabytes_are_refused_before_they_are_read(row: Row, as_it_should_be: Callable[..., Any]) -> None:
    mine, _ = await as_it_should_be(row)
    sent = 0

    async def body(chunks: int) -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(chunks):
            sent += len(CHUNK)
            yield CHUNK

    chunks = TEN_MEGABYTES + row.largest // len(CHUNK)
    told = await mine.client.post(
        path_of(row), content=body(chunks), headers={"Content-Length": str(chunks * len(CHUNK))}
    )
    assert (told.status_code, sent) == (413, 0)
    untold = await mine.client.post(path_of(row), content=body(chunks))
    assert untold.status_code == 413
    assert sent <= row.largest + 2 * len(CHUNK)


@each_form
async def test_what_is_typed_breaks_nothing_and_stays_nowhere(
    row: Row, as_it_should_be: Callable[..., Any], database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    mine, carried = await as_it_should_be(row)
    caplog.set_level(logging.DEBUG)
    for name, typed in TYPED.items():
        for file in ({}, {"file": (f"{typed[:99]}.png", typed.encode(errors="replace"), "image/png")}):
            sent = {**dict.fromkeys(FIELDS, typed), **carried}
            answer = await mine.client.post(path_of(row), data=sent, files=file, follow_redirects=True)
            assert answer.status_code < 500, name
            assert SCRIPT not in answer.text, name
            assert MARKER not in str(answer.url), name
    ours = [line.getMessage() for line in caplog.records if not line.name.startswith(("httpx", "httpcore"))]
    assert MARKER not in "\n".join(ours)
    assert MARKER not in dump(database)


@each_form
async def test_a_form_that_is_none_is_refused(row: Row, as_it_should_be: Callable[..., Any]) -> None:
    mine, _ = await as_it_should_be(row)
    for name, (kind, body) in BODIES.items():
        answer = await mine.client.post(path_of(row), content=body, headers={"Content-Type": kind})
        assert answer.status_code in NO | {200, 303}, name
        assert "html" in answer.headers.get("content-type", "html"), name


@each_form
async def test_a_form_sent_twice_is_answered_twice_alike(row: Row, as_it_should_be: Callable[..., Any]) -> None:
    mine, carried = await as_it_should_be(row)
    answers = [await mine.client.post(path_of(row), data=carried) for _ in range(2)]
    assert len({(one.status_code, one.headers.get("location")) for one in answers}) == 1


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("role", [None, *("partner", "company")])
async def test_a_path_that_is_a_trick_leads_nowhere(
    path: str, role: Role | None, visitor: Visitor, opened: Callable[..., Any]
) -> None:
    who = await opened(role, OWNERS[role]) if role else visitor
    answer = await who.client.get(f"https://welfare.example.org{path}")
    assert answer.status_code in NO | {200, 303, 307}, answer.text[:200]  # 200: a browser shortens `/s/../` to `/`
    assert "root:" not in answer.text
    assert not answer.headers.get("location", "/").startswith(("//", "http"))
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "ZQXJ"])
async def test_a_method_that_no_page_knows_is_refused(method: str, visitor: Visitor) -> None:
    for path in ("/", "/try", "/desk", "/company", "/open/x", "/static/style.css", "/niente"):
        assert (await visitor.client.request(method, path)).status_code in {404, 405}, path


@pytest.mark.parametrize(
    "sent",
    [
        {"Accept-Language": ",".join(["x" * 50] * 1_000)},
        {"Accept-Language": b"\xff\xfe;q=\xe0"},
        {"Cookie": "; ".join(f"a{number}=b" for number in range(500))},
        {"Cookie": b"__Host-partner=\xff\xfe; language=<script>"},
        {"Cookie": "__Host-partner=" + "A" * 20_000},
        {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-For": "'; --"},
        {"Range": "bytes=0-0,0-0,0-0", "If-None-Match": '"' + "a" * 9_000},
        {f"X-{number}": "x" * 100 for number in range(300)},
    ],
    ids=lambda sent: next(iter(sent)),
)
async def test_odd_headers_change_nothing(sent: dict[str, Any], visitor: Visitor) -> None:
    for path, status in (("/", 200), ("/desk", 403), ("/niente", 404)):
        answer = await visitor.client.get(path, headers=sent)
        assert answer.status_code == status
        assert "evil.example" not in answer.text


async def test_a_length_that_is_no_number_is_refused(visitor: Visitor) -> None:
    for length in ("x", "-1", "9" * 400):
        answer = await visitor.client.post("/try", content=b"text=a", headers={"Content-Length": length})
        assert answer.status_code in {200, 400, 413}, length
