"""What tells acts apart beside the words: a question mark, the first and the last word, and kinds of words.

Days, languages, relatives and numbers stand for each other: «parlano arabo?» teaches «parlano ucraino?».
"""

from bot.understanding.text.normal import listed

KINDS = {
    "day": listed(
        "lunedi martedi mercoledi giovedi venerdi sabato domenica weekend festivi monday tuesday wednesday thursday "
        "friday saturday sunday"
    ),
    "month": listed(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre natale pasqua "
        "january february march april june july august september october november december christmas easter"
    ),
    "tongue": listed(
        "arabo ucraino urdu cinese albanese rumeno romeno inglese francese polacco russo spagnolo bengalese hindi "
        "punjabi tagalog portoghese tedesco turco arabic ukrainian chinese albanian romanian english french polish "
        "russian spanish portuguese german turkish bengali"
    ),
    "kin": listed(
        "figlio figlia figli bimbo bimba bambino bambina bambini mamma madre padre papa babbo suocera suocero nonno "
        "nonna zio zia marito moglie compagno compagna fratello sorella vicino vicina collega cugino cugina amico "
        "amica nipote genitori son daughter kids child children baby mother father mum mom dad husband wife brother "
        "sister neighbour colleague friend grandma grandpa grandmother grandfather aunt uncle"
    ),
}
_KIND = {word: kind for kind, words in KINDS.items() for word in words}


def marks(text: str, words: tuple[str, ...], stems: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return the marks of a message with words, each with the position of its word."""
    last = len(words) - 1
    kinds = ((_KIND.get(word) or ("number" if word.isdigit() else ""), at) for at, word in enumerate(words))
    found = [(f"#{kind}", at) for kind, at in kinds if kind]
    asked = [("?", last)] if "?" in text else []
    return (*asked, (f"^{stems[0]}", 0), (f"{stems[-1]}$", last), *found)
