"""The bytes in which a trained engine is kept with its release: arrays and JSON, never code."""

import io
import json
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

VERSION = 1
_META = "meta"


class WrongBlob(Exception):
    """These bytes are no engine that this version can load; publishing again writes one."""


@dataclass(frozen=True)
class Blob:
    """`meta` is what JSON can say; `arrays` are the rest."""

    meta: dict[str, Any]
    arrays: dict[str, NDArray[Any]]


def pack(blob: Blob) -> bytes:
    """Return the bytes of an engine."""
    text = json.dumps({"version": VERSION, **blob.meta}, ensure_ascii=False, separators=(",", ":"))
    out = io.BytesIO()
    arrays: dict[str, Any] = {**blob.arrays, _META: np.frombuffer(text.encode(), dtype=np.uint8)}
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def unpack(data: bytes) -> Blob:
    """Return what the bytes hold. Raises WrongBlob."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        meta = json.loads(arrays.pop(_META).tobytes())
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise WrongBlob(str(error)) from None
    if not isinstance(meta, dict) or meta.get("version") != VERSION:
        raise WrongBlob("another version")
    return Blob(meta, arrays)
