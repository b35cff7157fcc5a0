"""Heavy work in a process of its own: what it returns, what it raises, and how it dies without us."""

import importlib
import pickle
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from bot import apart
from bot.errors import WorkDied
from bot.vouchers.sheets import Unreadable


@pytest.fixture
def real() -> Iterator[ModuleType]:
    """The module as the program has it: the tests' own does all in this process."""
    kept = sys.modules.pop("bot.apart")
    yield importlib.import_module("bot.apart")
    sys.modules["bot.apart"] = kept


def test_what_is_done_apart_comes_back_as_it_is(real: ModuleType) -> None:
    assert real.call("os:getpid") not in {apart.here("os:getpid"), None}
    with pytest.raises(Unreadable) as raised:
        real.call("bot.vouchers.code_files:read", "codici.csv", b"%PDF")
    assert raised.value.why == "pdf"


def test_no_other_package_of_that_name_where_a_command_is_typed_takes_our_place(
    real: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").touch()
    monkeypatch.chdir(tmp_path)
    assert real.call("os:getcwd") == str(tmp_path)


def test_a_process_that_dies_ends_the_work_and_nothing_else(real: ModuleType) -> None:
    with pytest.raises(WorkDied, match="code -9"):
        real.call("signal:raise_signal", 9)
    with pytest.raises(WorkDied, match=f"code {apart.NO_MEMORY}"):
        real.call("builtins:bytearray", 10**18)
    with pytest.raises(WorkDied) as raised:  # of a process that such a one started
        raise pickle.loads(pickle.dumps(WorkDied(9)))
    assert str(raised.value).count("code 9") == 1


def test_a_process_that_takes_too_long_is_ended(real: ModuleType) -> None:
    with pytest.raises(WorkDied, match="code -9"):
        real.call("time:sleep", 60, seconds=0.3)


def test_a_stop_that_reaches_the_whole_service_lets_the_work_be_finished(real: ModuleType) -> None:
    assert real.call("signal:raise_signal", signal.SIGTERM) is None
