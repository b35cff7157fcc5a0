"""A file or a zip that is sent finds its place among those that are live, or says what it is. Pure: no database."""

import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.coordination.folders import with_sent
from bot.editorial.check import check
from bot.editorial.folder.archive import BadArchive
from tests.bot.editorial.small_network import FILES, ORGANIZATION, TODAY

FIELD = Path(__file__).parents[2] / "data" / "field"
ORG = "organizations/il-girasole.yaml"
DEARER = ORGANIZATION.replace("amount: 18", "amount: 19")
NEW = ORGANIZATION.replace("il-girasole", "altra").replace("casa-sicura", "altra-casa").replace("Casa Sicura", "B")
CONFLICT = (FIELD / "yaml/conflitto-git.yaml.esempio").read_bytes()
WORD = b"PK\x03\x04\x14\0\x06\0[Content_Types].xml..word/document.xml"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


PLACED: list[tuple[str, str | bytes, tuple[str, ...]]] = [
    *((name, DEARER, (ORG,)) for name in ("il-girasole.yaml", "il-girasole.YAML", "il-girasole.yml", "x.yaml.txt")),
    *((name, DEARER, (ORG,)) for name in ("il-girasole 2.yaml", "il-girasole (1).yaml", "Copia di il-girasole.yaml")),
    ("il-girasole (Giulia's conflicted copy 2026-11-20).yaml", DEARER, (ORG,)),
    ("documento.yaml", b"\xef\xbb\xbf" + DEARER.encode(), (ORG,)),
    ("documento.yaml", NEW, ("organizations/altra.yaml",)),
    ("aziende (3).yaml", FILES["companies.yaml"], ("companies.yaml",)),
    ("uno.zip", zipped({ORG: DEARER}), (ORG,)),
    ("uno.zip", zipped({"il-girasole.yaml": DEARER}), (ORG,)),
    ("UNO.ZIP", zipped({"da Giulia/il-girasole (1).yaml": DEARER}), (ORG,)),
    ("uno", zipped({ORG: DEARER}), (ORG,)),
    ("due.zip", zipped({"altra.yaml": NEW, "girasole.yaml": DEARER}), ("organizations/altra.yaml", ORG)),
    ("aziende.zip", zipped({"companies.yaml": FILES["companies.yaml"]}), ("companies.yaml",)),
    ("senza.zip", zipped(dict(list(FILES.items())[1:])), tuple(FILES)[1:]),
    ("tutto.zip", zipped(FILES), ()),
    ("tutto.zip", zipped({f"knowledge/{name}": text for name, text in FILES.items()}), ()),
]


@pytest.mark.parametrize(("name", "content", "paths"), PLACED)
def test_what_is_sent_has_its_place(name: str, content: str | bytes, paths: tuple[str, ...]) -> None:
    sent = with_sent(name, content.encode() if isinstance(content, str) else content, FILES)

    assert (set(sent.paths), sent.whole) == (set(paths), not paths)
    assert check(sent.files, TODAY).problems == ()
    assert sent.files.yaml.keys() >= FILES.keys()


COPY = "organizations/il-girasole 2.yaml"
TEXT = "organizations/nido.yaml.txt"
SAID: list[tuple[str, str | bytes, list[str]]] = [
    ("nido.yaml", CONFLICT, ["organizations/nido.yaml:conflict"]),
    ("Nuovo documento.yaml", "<<<<<<< HEAD\n" + ORGANIZATION, [f"{ORG}:conflict"]),
    ("il-girasole 2.yaml", CONFLICT, [f"{ORG}:conflict"]),
    ("nido.yaml", WORD, ["organizations/nido.yaml:not-text.document"]),
    ("nido.yaml.docx", WORD, ["organizations/nido.yaml:not-text.document"]),
    ("il-girasole.yaml", rb"{\rtf1\ansi id: il-girasole}", [f"{ORG}:not-text.rtf"]),
    ("nido.yaml", b"%PDF-1.7", ["organizations/nido.yaml:not-text.pdf"]),
    ("nido.yaml", NEW.encode("utf-16"), ["organizations/nido.yaml:not-utf8.wide"]),
    ("uno.zip", zipped({ORG: DEARER, "foto.jpg": b"x"}), ["foto.jpg:unknown-file"]),
    ("uno.zip", zipped({ORG: DEARER, "organizations/altra.yml": NEW}), ["organizations/altra.yml:unknown-file.ending"]),
    (
        "uno.zip",
        zipped({ORG: DEARER, "il-girasole 2.yaml": DEARER}),
        [f"{COPY}:copied-file.same"],
    ),
    ("tutto.zip", zipped({**FILES, "pools/x.csv": "A\n"}), ["pools/x.csv:unknown-file.spreadsheet"]),
    (
        "tutto.zip",
        zipped({**FILES, "organizations/nido.yaml.txt": NEW}),
        ["organizations/nido.yaml.txt:unknown-file.ending"],
    ),
    ("tutto.zip", zipped({**FILES, "organizations/a/b.yaml": NEW}), ["organizations/a/b.yaml:unknown-file.deeper"]),
    (
        "tutto.zip",
        zipped({**FILES, COPY: DEARER}),
        [f"{COPY}:copied-file"],
    ),
    (
        "tutto.zip",
        zipped({**{f"k/{name}": text for name, text in FILES.items()}, "organizations/altra.yaml": NEW}),
        ["../organizations/altra.yaml:unknown-file.beside"],
    ),
]


@pytest.mark.parametrize(("name", "content", "said"), SAID)
def test_what_is_not_read_is_named(name: str, content: str | bytes, said: list[str]) -> None:
    sent = with_sent(name, content.encode() if isinstance(content, str) else content, FILES)

    problems = check(sent.files, TODAY).problems

    assert [f"{one.position.file}:{one.rule}.{one.variant}".rstrip(".") for one in problems] == said


REFUSED: list[tuple[str, bytes, str]] = [
    ("empty.zip", (FIELD / "zip/empty.zip").read_bytes(), "empty"),
    ("fake.zip", (FIELD / "zip/fake.zip").read_bytes(), "other"),
    ("a.zip", b"7z\xbc\xaf'\x1c", "other"),
    ("a.zip", b"\x1f\x8b\x08\0", "other"),
    ("a.zip", b"", "broken"),
    ("a.zip", b"ciao", "broken"),
    ("a.zip", ORGANIZATION.encode(), "broken"),
    ("a.zip", zipped(FILES)[:-30], "broken"),
    ("a.zip", zipped({"nido.docx": WORD, "foto.jpg": b"x"}), "nothing"),
    ("a.zip", zipped({"organizations/nido.yaml.txt": NEW}), "nothing"),
    ("a.zip", zipped({".DS_Store": b"x", "__MACOSX/._a.yaml": b"x", "Thumbs.db": b"x"}), "empty"),
    ("a.zip", zipped({"organizations/": b""}), "empty"),
]


@pytest.mark.parametrize(("name", "content", "variant"), REFUSED)
def test_an_archive_with_nothing_to_read_says_why(name: str, content: bytes, variant: str) -> None:
    with pytest.raises(BadArchive) as refused:
        with_sent(name, content, FILES)

    assert (refused.value.problem.position.file, refused.value.problem.variant) == (name, variant)


def test_the_zip_of_one_organization_leaves_all_others() -> None:
    """Its town is not in this network, and no door leads to its need: that alone is said."""
    sent = with_sent("one-org.zip", (FIELD / "zip/one-org.zip").read_bytes(), FILES)

    assert (sent.paths, len(sent.files.yaml)) == (("organizations/nido-lippa.yaml",), len(FILES) + 1)
    said = {(one.position.file, one.rule) for one in check(sent.files, TODAY).problems}
    assert said == {("organizations/nido-lippa.yaml", "dangling-reference"), ("network.yaml", "empty-door")}
