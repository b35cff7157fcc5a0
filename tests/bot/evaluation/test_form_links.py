"""The links to the forms of companies and organizations."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from sqlalchemy import select

from bot.evaluation import form_links
from bot.people.keys import Keys
from bot.store.engine import Store, open_store
from bot.store.evaluation import form_link
from bot.store.migrate import migrate

NOW = datetime(2026, 12, 1, 11, tzinfo=UTC)
KEYS = Keys(b"k" * 32)
ASKED = ("sapute", "restare")


def test_what_was_answered_is_kept_once_and_sealed_and_a_new_link_goes_on_from_there(database_url: str) -> None:
    store = open_store(database_url)
    migrate(store)
    first = made(store, "biomed-padana")
    made(store, "studio-goldoni")
    assert told(store, first, {"sapute": "si"}) == ({"sapute": "si"}, False)
    assert told(store, first, {"sapute": "no"}) == ({"sapute": "si"}, False)
    second = made(store, "biomed-padana")
    with store.write() as tx:
        old, new = (form_links.find(tx, KEYS, token) for token in (first, second))
        assert old
        assert new
        assert (old.revoked, dict(old.answers), new.revoked, dict(new.answers)) == (True, {}, False, {"sapute": "si"})
        assert form_links.sent(tx, "programma-2026", "companies") == 2
        assert form_links.sent(tx, "programma-2026", "organizations") == 0
    assert told(store, second, {"restare": "forse"}) == ({"sapute": "si", "restare": "forse"}, True)
    with store.read() as tx:
        assert form_links.answers(tx, KEYS, "programma-2026", "companies") == [{"sapute": "si", "restare": "forse"}]
        kept = str(tx.execute(select(form_link)).all())
    assert not [word for word in (first, second, "forse", "sapute") if word in kept]
    store.close()


def test_two_who_answer_at_the_same_moment_lose_nothing(database_url: str) -> None:
    store = open_store(database_url)
    migrate(store)
    token = made(store, "biomed-padana")
    asked = [f"domanda-{n}" for n in range(8)]
    with ThreadPoolExecutor(4) as hands:
        list(hands.map(lambda question: told(store, token, {question: "si"}), asked))
    with store.read() as tx:
        assert form_links.answers(tx, KEYS, "programma-2026", "companies") == [dict.fromkeys(asked, "si")]
    store.close()


def made(store: Store, owner: str) -> str:
    with store.write() as tx:
        return form_links.create(tx, "programma-2026", "companies", owner, now=NOW, network="terre-argine")


def told(store: Store, token: str, given: dict[str, str]) -> tuple[dict[str, str], bool]:
    with store.write() as tx:
        found = form_links.find(tx, KEYS, token)
        assert found
        held = form_links.named(tx, KEYS, found.short)
        assert held
        after = form_links.answer(tx, KEYS, held, given, asked=ASKED, now=NOW)
    return dict(after.answers), after.answered_at is not None
