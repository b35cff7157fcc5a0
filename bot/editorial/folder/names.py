"""What a file's name says of it, where nobody reads it: why, and where it should be."""

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from bot.editorial.folder.copies import original_stem
from bot.editorial.problem import Level

# What was meant to end in .yaml: also nido.YAML, nido.yml, nido.yalm, nido.yaml.txt, nido.yaml (1).
YAML_NAME = re.compile(
    r"(.+?)[ ._]*[._](?:ya?ml|yalm|ymal|yam)(?:\.\w{2,7}|[ (_-]{1,3}(?:\d+|cop[iy]a?)\)?|[ .]+)?", re.IGNORECASE
)
LEFT_BEHIND = re.compile(r".*~|~\$.*|#.*#|.+\.(?:bak|backup|orig|old|rej|sw[op]|tmp|part|crdownload)", re.IGNORECASE)
ENDINGS = {
    **dict.fromkeys(("txt", "text"), "text"),
    **dict.fromkeys(("xls", "xlsx", "xlsm", "ods", "numbers", "csv", "tsv"), "spreadsheet"),
    **dict.fromkeys(("doc", "docx", "odt", "rtf", "pdf", "pages", "html", "htm"), "document"),
    **dict.fromkeys(("zip", "rar", "7z", "gz", "tar"), "archive"),
}
FOLDERS = {  # what the folders are called by mistake
    **dict.fromkeys(("organizations", "organization", "organisations", "organizzazioni", "enti"), "organizations"),
    **dict.fromkeys(("needs", "need", "bisogni", "aree"), "needs"),
}
SYSTEM = {"thumbs.db", "desktop.ini", "icon\r", "__macosx", "__pycache__"}
Why = tuple[str, Level, dict[str, str | int]]  # the variant of `unknown-file`, how bad, the values of its phrase


def passed_over(name: str) -> bool:
    """Tell whether nobody need hear of a file or folder: computers made it, or it is for people to read."""
    plain = name.lower()
    if name.startswith(".") or plain in SYSTEM:
        return True
    return plain.endswith(".md") or plain.startswith(("readme", "license", "licence"))


def why_unread(name: str, single: Collection[str], there: Collection[str]) -> Why:
    """Return why nobody reads a file; `single` are the names of the files at the top, `there` all that are read.

    It is an error where it can only be meant to be read: what is in it would be missed.
    """
    parent, _, entry = name.rpartition("/")
    if LEFT_BEHIND.fullmatch(entry):
        return "backup", "warning", {}
    if (wanted := YAML_NAME.fullmatch(entry)) is None:
        return ENDINGS.get(entry.rpartition(".")[2].lower(), ""), "warning", {}
    file = f"{wanted[1]}.yaml"
    return _below(parent, file, there) if parent else _at_the_top(file, single, there)


def _below(parent: str, file: str, there: Collection[str]) -> Why:
    folder, _, deeper = parent.partition("/")
    if folder == ".." and (beside := FOLDERS.get(parent.rpartition("/")[2].lower())):
        return "beside", "warning", {"wanted": f"{beside}/{file}"}
    right = FOLDERS.get(folder.lower())
    if right is None:
        return "", "warning", {}
    if deeper:
        return "deeper", "warning", {"folder": right}
    stem = PurePosixPath(file).stem
    if (original := f"{right}/{original_stem(stem) or stem}.yaml") in there:
        return "copy", "warning", {"original": original}
    return "ending" if right == folder else "folder", "error", {"wanted": f"{right}/{file}"}


def _at_the_top(file: str, single: Collection[str], there: Collection[str]) -> Why:
    stem = PurePosixPath(file).stem
    meant = f"{original_stem(stem) or stem}.yaml".lower()
    if meant not in single:
        return "", "warning", {}
    if original_stem(stem) or meant in there:
        return "copy", "warning", {"original": meant}
    return "ending", "error", {"wanted": meant}
