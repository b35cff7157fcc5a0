"""The register of advisory locks: every number stands there, once, and stays what it was."""

import ast
from enum import IntEnum
from pathlib import Path

import pytest

from bot.store import locks
from bot.store.engine import open_store
from bot.store.locks import DatabaseLock, NamedLock, hold, hold_named
from tests.databases import Cluster

ROOT = Path(__file__).parents[3]
OURS = range(7_226_000, 7_227_000)  # where all our numbers are
NUMBERS = {
    DatabaseLock: {"MIGRATION": 7_226_001, "PUBLISHING": 7_226_002},
    NamedLock: {
        "SHARED_CODE": 7_226_002,
        "CODES_IMPORT": 7_226_003,
        "LEADER": 7_226_004,
        "WRONG_ENTRY": 7_226_006,
        "QUARTER": 7_226_008,
    },
}


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_number_is_the_one_that_older_versions_take_and_no_other_lock_has_it(kind: type[IntEnum]) -> None:
    members = {name: lock.value for name, lock in kind.__members__.items()}  # with aliases, which iterating leaves out
    assert NUMBERS[kind].items() <= members.items()
    assert len(set(members.values())) == len(members)
    assert set(members.values()) <= set(OURS)


def test_no_other_module_has_a_number_of_its_own() -> None:
    register = Path(locks.__file__)
    for file in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]:
        constants = [
            node.value for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant)
        ]
        numbers = {one for one in constants if isinstance(one, int) and one in OURS}
        assert not numbers or file == register, file
        sql = any(isinstance(one, str) and "advisory" in one and "(" in one for one in constants)
        assert not sql or file.parent == register.parent, file


def test_a_lock_and_a_named_lock_of_the_same_number_do_not_meet(postgresql: Cluster) -> None:
    url = postgresql.fresh()
    one, other = open_store(url), open_store(url)
    with one.write() as first, other.write() as second:
        second.exec_driver_sql("SET LOCAL lock_timeout = '1s'")
        hold(first, DatabaseLock.PUBLISHING)
        hold_named(second, NamedLock.SHARED_CODE, "casa-sicura-soci")
    one.close()
    other.close()
    postgresql.drop(url)
