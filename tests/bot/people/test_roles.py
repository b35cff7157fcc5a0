"""The role of those who keep the catalogue: by an invite that works once, kept without a name, taken back at once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from markupsafe import Markup
from sqlalchemy import select

from bot.conversation import notices
from bot.conversation.messages import Message
from bot.people import roles
from bot.people.keys import Keys
from bot.store.coordination import role, role_invite
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from tests.cast import NOON

KEYS = Keys(b"k" * 32)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(database_url)
    migrate(opened)
    yield opened
    opened.close()


def join(store: Store, user: str = "1001") -> roles.Coordinator:
    with store.write() as tx:
        joined = roles.accept(tx, KEYS, roles.invite(tx, NOON), user, language="it", now=NOON)
    assert joined
    return joined


def test_an_invite_works_once_and_for_seven_days(store: Store) -> None:
    with store.write() as tx:
        one, other = roles.invite(tx, NOON), roles.invite(tx, NOON)
        assert len(one) == 22
        assert roles.accept(tx, KEYS, one, "1001", language="it", now=NOON)
        assert roles.accept(tx, KEYS, one, "1002", language="it", now=NOON) is None
        assert roles.accept(tx, KEYS, other, "1002", language="it", now=NOON + timedelta(days=7)) is None
        assert roles.accept(tx, KEYS, "nothing", "1002", language="it", now=NOON) is None
        assert [one.number for one in roles.active(tx)] == [1]


def test_the_database_names_nobody(store: Store) -> None:
    joined = join(store)
    with store.read() as tx:
        rows = [*tx.execute(select(role)), *tx.execute(select(role_invite))]
    assert "1001" not in str(rows)
    assert joined.chat
    assert KEYS.unseal(joined.chat) == "1001"
    with pytest.raises(ValueError, match="another key"):
        Keys(b"x" * 32).unseal(joined.chat)


def test_a_role_taken_back_is_known_as_such_and_can_be_given_again(store: Store) -> None:
    join(store)
    with store.write() as tx:
        assert roles.revoke(tx, 1, NOON)
        assert not roles.revoke(tx, 1, NOON)
        found = roles.of(tx, KEYS, "1001")
        assert found
        assert found.revoked
        assert found.chat is None
        assert roles.active(tx) == []
    assert join(store).number == 1
    assert join(store, "1002").number == 2


def test_who_says_forget_me_leaves_a_number_and_nothing_else(store: Store) -> None:
    join(store)
    with store.write() as tx:
        assert roles.forget(tx, KEYS, "1001", NOON)
        assert roles.of(tx, KEYS, "1001") is None
        assert [(one.number, one.chat, one.revoked) for one in roles.everyone(tx)] == [(1, None, True)]


def test_a_notice_sealed_with_another_key_is_for_nobody_and_stops_no_other(store: Store) -> None:
    joined = join(store)
    assert joined.chat
    with store.write() as tx:
        other = Keys(b"x" * 32)
        for keys, chat in ((other, other.seal("1001")), (KEYS, joined.chat), (KEYS, other.seal("1001"))):
            notices.tell(tx, keys, chat, Message(Markup("Ecco")), NOON)
        assert [one.user for one in notices.waiting(tx, KEYS)] == ["1001"]
