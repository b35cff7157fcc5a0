"""Typing errors as thumbs make them, for measuring: a letter left out, doubled, swapped, or hit beside."""

from random import Random

from bot.understanding.text.normal import listed

_BESIDE = dict(
    pair.split(":")
    for pair in listed(
        "q:wa w:qes e:wrd r:etf t:ryg y:tuh u:yij i:uok o:ipl p:ol a:qsz s:adw d:sfe f:dgr g:fht h:gjy j:hku k:jli "
        "l:kop z:xas x:zcs "
        "c:xvd v:cbf b:vng n:bmh m:nj"
    )
)
SHORTEST = 4  # letters of a word that gets an error


def with_typos(text: str, count: int, random: Random) -> str:
    """Return the text with `count` errors, each in another word where there are enough long ones."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if sum(letter.isalpha() for letter in word) >= SHORTEST]
    for place in random.sample(long, min(count, len(long))):
        words[place] = _mistyped(words[place], random)
    return " ".join(words)


def _mistyped(word: str, random: Random) -> str:
    at = random.randrange(len(word) - 1)
    letter = word[at]
    beside = random.choice(_BESIDE.get(letter.lower(), letter))
    new = random.choice((letter + letter, "", word[at + 1] + letter, beside))
    return word[:at] + new + word[at + (2 if len(new) == 2 and new[0] == word[at + 1] and new != letter * 2 else 1) :]  # noqa: PLR2004
