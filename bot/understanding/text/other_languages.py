"""Which language a message is in that the bot does not speak: by its writing, else by its small words.

Silent where it might be Italian, English or a dialect: who is taken for a foreigner in their own language is hurt, who
is not understood is only asked again.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.catalogue import own_yaml
from bot.understanding.text.language import ENGLISH, ITALIAN
from bot.understanding.text.normal import LONGEST, fold, listed

UNNAMED = "und"  # a writing from which we cannot tell the language (ISO 639-2: undetermined)
BRIEF = 3  # words that say something: among so few, none of them ours, one of another language is enough
LONE = 4  # letters of such a word: a slip of the thumb makes a shorter one out of many
SHARE = 0.3  # how much of a message must be words of the language alone
SIGN = 3  # a Chinese sign is about a word, other writings spell

_WORD = re.compile(r"[^\W\d_]+")
_SPELT = {"pl": frozenset("łąężźść"), "ro": frozenset("ășțţ"), "es": frozenset("ñ")}  # no other language here has these

_URDU = frozenset("ٹڈڑںےھہ")
_PERSIAN = frozenset("پچژگکی")  # Urdu has them too, Arabic has none of them
_ARABIC = frozenset("يكة")
_NOT_URDU = _ARABIC | frozenset("هښړځ")
_UKRAINIAN = frozenset("іїєґ")
_RUSSIAN = frozenset("ыэёъ")
_NEITHER = frozenset("ђјљњћџѓќў")  # Serbian, Macedonian, Belarusian
_RUSSIAN_WORDS = listed(
    "и что как мне нужна нужен нужно где кто с от есть это моей работа работу ищу ищем найти врача ребенок дети детей "
    "садик дочка хочу могу можно сколько стоит помощь помогите помочь спасибо привет здравствуйте пожалуйста "
    "подскажите говорю говорит мужа деньги долг долгов много недорогой одна один она они когда только еще со ко во без "
    "если или меня тебя нет уже очень надо нету школе добрый день вечер утро доброе бабушка куда"
)


@dataclass(frozen=True)
class Vocabulary:
    """Words without accents: what they say is at the top of foreign_words.yaml."""

    own: frozenset[str]
    faint: frozenset[str]
    shared: frozenset[str]


_FILE: dict[str, Any] = own_yaml.read(Path(__file__).with_name("foreign_words.yaml"))
OURS = ITALIAN | ENGLISH | listed(_FILE.pop("ours"))
EVERYWHERE = listed(_FILE.pop("everywhere"))
LATIN = {code: Vocabulary(**{kind: listed(words) for kind, words in kinds.items()}) for code, kinds in _FILE.items()}


def language_of_other(text: str) -> str | None:
    """Return the ISO 639 code of the language, UNNAMED for a writing we do not know, None for what may be ours."""
    shown = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    letters = Counter(_script(sign) for sign in shown if sign.isalpha())
    if not letters:
        return None
    letters["CJK"] *= SIGN
    script = max(letters, key=lambda name: letters[name])
    return _OF_SCRIPTS.get(script, _unnamed)(shown)


@lru_cache(4096)
def _script(letter: str) -> str:
    """Return the first word of the name that Unicode gives to a letter: LATIN, ARABIC, CJK."""
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]


def _unnamed(_text: str) -> str:
    return UNNAMED


def _arabic(text: str) -> str:
    signs = set(text)
    if _URDU & signs:
        return "ur"
    if not _PERSIAN & signs or _ARABIC & signs:
        return "ar"
    return UNNAMED if _NOT_URDU & signs else "ur"


def _cyrillic(text: str) -> str:
    """Return Ukrainian where nothing speaks for Russian: there are more of them here."""
    signs = set(text)
    if _NEITHER & signs:
        return UNNAMED
    if _UKRAINIAN & signs or _RUSSIAN & signs:
        return "uk" if _UKRAINIAN & signs else "ru"
    return "ru" if _RUSSIAN_WORDS & set(_WORD.findall(text)) else "uk"


def _chinese(text: str) -> str:
    return UNNAMED if any(_script(sign) in {"HIRAGANA", "KATAKANA"} for sign in text if sign.isalpha()) else "zh"


def _latin(text: str) -> str | None:
    """Return the language with the most words of its own, where they clearly outnumber ours."""
    words = {fold(word): word for word in _WORD.findall(text)}  # each once: "ba ba ba" is one word
    own = {code: {plain for plain, word in words.items() if _is_own(code, word, plain)} for code in LATIN}
    code = max(own, key=lambda name: (len(own[name]), len(words.keys() & LATIN[name].shared)))
    said = words.keys() - LATIN[code].shared - EVERYWHERE
    count, against = len(own[code]), len((said - own[code]) & OURS)
    if not against and len(said) <= BRIEF and any(len(word) >= LONE for word in own[code] - LATIN[code].faint):
        return code
    return code if count > 1 and count > against and count >= SHARE * len(said) else None


def _is_own(code: str, word: str, plain: str) -> bool:
    return plain in LATIN[code].own or not _SPELT.get(code, frozenset()).isdisjoint(word)


_OF_SCRIPTS: dict[str, Callable[[str], str | None]] = {
    "LATIN": _latin,
    "ARABIC": _arabic,
    "CYRILLIC": _cyrillic,
    "CJK": _chinese,
    "BENGALI": lambda _: "bn",
    "GURMUKHI": lambda _: "pa",
    "DEVANAGARI": lambda _: "hi",
}
