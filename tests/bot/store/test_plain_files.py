"""Files that somebody named, and files that are ours alone."""

import os
import time
from pathlib import Path

import pytest

from bot.store import plain_files
from bot.store.plain_files import read_up_to
from bot.store.private_files import open_private


def test_a_pipe_is_read_to_its_end_and_waited_for_in_bounded_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_files, "PATIENCE", 0.1)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert read_up_to(pipe, 9) == b"", "nobody has it open to write"
    writer = os.open(pipe, os.O_RDWR)
    began = time.monotonic()
    with pytest.raises(OSError, match="nothing comes out of it"):
        read_up_to(pipe, 9)
    assert time.monotonic() - began < 5
    os.write(writer, b"123456789")
    assert read_up_to(pipe, 5) == b"12345"
    os.close(writer)


@pytest.mark.parametrize(("name", "says"), [("/dev/zero", ""), (".", "Is a directory"), ("a\0b", "Invalid argument")])
def test_what_is_no_file_ends_or_is_said(tmp_path: Path, name: str, says: str) -> None:
    if not says:
        assert read_up_to(Path(name), 3) == bytes(3)
        return
    with pytest.raises(OSError, match=says):
        read_up_to(tmp_path / name, 3)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes files that others cannot write")
def test_what_root_makes_in_the_folder_of_the_bot_is_the_bots(tmp_path: Path) -> None:
    os.chown(tmp_path, 65534, 65534)
    open_private(tmp_path / "kmzero.db-turns").close()
    assert ((tmp_path / "kmzero.db-turns").stat().st_uid, (tmp_path / "kmzero.db-turns").stat().st_mode & 0o777) == (
        65534,
        0o600,
    )
