"""Which language a message is in, by its small words: Italian, English, or not to be told.

A word that both say in the same breath ("no", "me", "in") tells nothing: nobody's language changes for a "no".
"""

from collections.abc import Sequence

from bot.catalogue.text import Language
from bot.understanding.text.normal import listed

ITALIAN = listed(
    "il lo la i gli le un uno una di del dello della dei degli delle da dal dalla nel nella nei con su "
    "sul sulla per tra fra e ed o ma se che chi cui non piu come dove quando quanto quanti quale quali mi "
    "ti si ci vi ne io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua suoi nostro nostra sono "
    "sei siamo siete ho hai ha abbiamo hanno era ero c e' deve devo puo posso possiamo vorrei voglio "
    "cerco serve servono fare c'e questo questa quello quella anche gia ancora sempre mai niente solo "
    "senza dopo prima poi oggi domani ieri ogni al alla ai agli alle perche qualcuno qualcosa quest dell "
    "all nell dall sull sto sta stanno fa va mica ciao grazie buongiorno babbo mamma figlio figlia aiuto "
    "bisogno casa lavoro anni mesi ore"
)
ENGLISH = listed(
    "the an of to and or but if that who what where when how why which is are was were be been am i you "
    "he she it we they my your his her its our their him us them do does did have has had can could "
    "would should will need want looking for with without from at on by about into this these those there "
    "here not any some someone something somebody after before every don doesn can't isn won didn ve "
    "ll re s t hello hi thanks thank please help home work years months hours"
)


def language_of(words: Sequence[str]) -> Language | None:
    """Return the language whose small words are more, or None where they are as many."""
    italian = sum(word in ITALIAN for word in words)
    english = sum(word in ENGLISH for word in words)
    if italian == english:
        return None
    return "it" if italian > english else "en"
