"""From a request to a row's page and back: body, session, form, transaction, language, headers."""

import hmac
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.catalogue.local_time import local_day
from bot.catalogue.text import Language
from bot.conversation.live import NothingPublished
from bot.people import web_links
from handlers.logs import raised_at
from handlers.web import bodies, cookies, headers
from handlers.web.rendering import render, words
from handlers.web.visit import Answer, Download, Missing, Page, Redirect, Row, Upload, Visit, Web
from handlers.worker import Worker

TOKEN = "token"  # noqa: S105 - the field of every form of a session
Endpoint = Callable[[Request], Awaitable[Response]]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Workers:
    """Threads for the pages, none of them the bot's own; what is slow has others."""

    quick: Worker
    slow: Worker

    def close(self) -> None:
        self.quick.close()
        self.slow.close()


@dataclass(frozen=True)
class _Asked:
    """A request, read."""

    path: dict[str, str]
    form: dict[str, str]
    files: dict[str, Upload]
    cookies: dict[str, str]
    language: Language | None
    address: str


def endpoint(web: Web, workers: Workers, row: Row) -> Endpoint:
    """Return what answers the requests of a row."""

    async def answer(request: Request) -> Response:
        asked = _Asked(dict(request.path_params), {}, {}, request.cookies, language_of(request), request.url.path)
        if row.method == "POST":
            if not _is_ours(request, web.url):
                return await workers.quick.run(_refuse, web, asked, 403, "another-site")
            try:
                form, files = await bodies.read(request, row.largest)
            except bodies.TooLarge:
                return await workers.quick.run(_refuse, web, asked, 413, "too-large")
            except bodies.Unreadable:
                return await workers.quick.run(_refuse, web, asked, 400, "unreadable")
            asked = _Asked(asked.path, dict(form), dict(files), asked.cookies, asked.language, asked.address)
        worker = workers.slow if row.slow else workers.quick
        response = await worker.run(_answer, web, row, asked)
        if "lang" in request.query_params and asked.language:
            response.set_cookie(cookies.LANGUAGE, asked.language, **cookies.kept(web.url))
        return response

    return answer


def missing(web: Web, workers: Workers) -> Endpoint:
    """Return what answers an address where nothing is."""

    async def answer(request: Request) -> Response:
        asked = _Asked({}, {}, {}, request.cookies, language_of(request), request.url.path)
        return await workers.quick.run(_refuse, web, asked, 404, "missing")

    return answer


def language_of(request: Request) -> Language | None:
    """Return the language that a request asks for."""
    accepted = request.headers.get("accept-language", "")
    return cookies.language_of(request.query_params.get("lang"), request.cookies, accepted)


def _is_ours(request: Request, url: str) -> bool:
    """Tell whether a form comes from a page of ours: browsers say from where.

    Since no page says where one was (Referrer-Policy), a browser calls our own forms' origin `null`.
    """
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", "")
    return site in {"same-origin", "none"} and (
        origin in {"", "null", url} or urlsplit(origin).netloc == request.url.netloc
    )


def _answer(web: Web, row: Row, asked: _Asked) -> Response:
    try:
        if row.transaction == "write":
            with web.house.store.write() as tx:
                return _in_transaction(web, row, asked, tx)
        with web.house.store.read() as tx:
            if row.transaction == "read":
                return _in_transaction(web, row, asked, tx)
            visit = _visit(web, row, asked, tx)
        return _checked(row, asked, replace(visit, transaction=None))
    except Missing:
        return _refuse(web, asked, 404, "missing")
    except (SQLAlchemyError, NothingPublished) as error:
        log.warning("a page has no database: %s", raised_at(error))
        return _refuse(web, asked, 503, "later")
    except Exception as error:  # noqa: BLE001 - one page that breaks is said, and no other feels it
        log.error("a page broke: %s", raised_at(error))  # noqa: TRY400 - a traceback may hold words
        return _refuse(web, asked, 500, "broken")


def _in_transaction(web: Web, row: Row, asked: _Asked, tx: Connection) -> Response:
    visit = _visit(web, row, asked, tx)
    if visit.session and row.transaction == "write":
        web_links.renew(tx, visit.session, visit.now)
    return _checked(row, asked, visit)


def _visit(web: Web, row: Row, asked: _Asked, tx: Connection) -> Visit:
    now, edition = web.clock(), web.edition(tx)
    secret = asked.cookies.get(cookies.name_of(row.role, web.url), "") if row.role else ""
    session = web_links.session(tx, row.role, secret, now) if row.role and secret else None
    wanted, spoken = asked.language or web.house.settings.language, edition.catalogue.network.languages
    language = wanted if wanted in spoken else spoken[0]
    sent = asked.path, asked.form, asked.files
    return Visit(web, *sent, language, words(language), now, session, edition, tx, asked.cookies)


def _checked(row: Row, asked: _Asked, visit: Visit) -> Response:
    """Answer, unless the cookie is missing or the form is not of this session."""
    if row.role and visit.session is None:
        return _shown(visit, asked, Page("closed.html", {"why": row.closed or f"closed-{row.role}"}, 403))
    if row.role and row.method == "POST":
        said, right = asked.form.get(TOKEN, ""), _token(visit)
        if not hmac.compare_digest(said.encode(), right.encode()):
            return _shown(visit, asked, Page("refused.html", {"why": "another-session"}, 403))
    if not row.kept:
        return _shown(visit, asked, row.page(visit))
    day = local_day(visit.now, visit.catalogue.network.timezone)
    key = visit.catalogue.number, day, visit.language, asked.address
    return visit.web.kept.answer(key, lambda: _shown(visit, asked, row.page(visit)))


def _token(visit: Visit) -> str:
    return visit.web.house.keys.form(visit.session.key) if visit.session else ""


def _shown(visit: Visit, asked: _Asked, answer: Answer) -> Response:
    web = visit.web
    if isinstance(answer, Redirect):
        response: Response = RedirectResponse(answer.path, 303, headers.headers())
        if answer.session:
            role, secret = answer.session
            response.set_cookie(cookies.name_of(role, web.url), secret, **cookies.kept(web.url))
        return response
    robots = web.robots and answer.shared
    if isinstance(answer, Download):
        policy = headers.SHUT_OFF if answer.shown else headers.POLICY
        place = "inline" if answer.shown else "attachment"
        named = {"Content-Disposition": f"{place}; filename*=UTF-8''{quote(answer.name)}"}
        sent = headers.headers(shared=answer.shared, policy=policy, robots=robots) | named
        return Response(answer.content, 200, sent, answer.media_type)
    field = Markup('<input type="hidden" name="{}" value="{}">').format(TOKEN, _token(visit))
    values = {"words": visit.words, "form_token": field, "robots": robots, "url": web.url, "here": asked.address}
    return _html(answer, values, headers.headers(shared=answer.shared, robots=robots), visit)


def _html(page: Page, values: dict[str, Any], sent: dict[str, str], visit: Visit) -> Response:
    network = visit.catalogue.network
    about = {"network": network.name.of(visit.language), "languages": network.languages}
    body = render(page.template, {**about, **values, **page.values})
    return Response(body, page.status, sent, "text/html; charset=utf-8")


def _refuse(web: Web, asked: _Asked, status: int, why: str) -> Response:
    """Say kindly why there is nothing, with what to do; no database is needed for it."""
    language = asked.language or web.house.settings.language
    said = {"words": words(language), "why": why, "network": None, "languages": (), "url": web.url}
    body = render("refused.html", said | {"form_token": "", "robots": False, "here": asked.address})
    return Response(body, status, headers.headers(), "text/html; charset=utf-8")
