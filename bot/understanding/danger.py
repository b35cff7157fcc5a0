"""Danger heard in a message: violence, abuse, thoughts of suicide. Heard first, by expressions, whatever else it says.

A floor in code: it stands even where the knowledge names no danger.
A false alarm shows phone numbers; a missed one is worse.
"""

import re
from collections.abc import Sequence

_HIM = (
    "(?:marito|compagno|ex|fidanzato|ragazzo|moglie|compagna|fidanzata|padre|papa|babbo|madre|mamma|patrigno|zio|"
    "nonno|fratello|figlio|suocero|"
    "husband|partner|boyfriend|wife|girlfriend|father|dad|stepfather|brother|son|uncle)"
)
_CHILD = "(?:bambin[aoi]|bimb[aoi]|figli[aoe]?|piccol[aoi]|nipotin[aoi]|child|children|kids?|daughter|son|baby)"
_PATTERNS = (
    # violence against who writes
    (
        r"(?:mi|ci) (?:picchia\w*|mena|menano|menava|malmena|strangola|violenta)|(?:mi|ci) (?:ha|hanno|aveva) "
        r"(?:picchiat|menat|strattonat|violentat|minacciat)\w*"
    ),
    (
        r"(?:mi|ci) (?:riempie|prende) di botte|(?:mi|ci) prende a (?:calci|pugni|schiaffi|sberle|cinghiate)|le mani "
        r"(?:addosso|al collo)|alza(?:to|va)? le mani"
    ),
    (
        r"(?:mi|ci) (?:da|dava|ha dato|tira|ha tirato) (?:uno? |un |dei |degli |le )?(?:schiaff|pugn|sberl|ceffon|"
        r"calc[io]|bott)\w*"
    ),
    (
        r"(?:mi|ci) (?:minaccia(?:no|va|vano|to)?\b(?! (?:il taglio|lo sfratto|di (?:sfratt|pignor|licenzi|stacc|tagli|"
        r"togli|chiud|causa)))|perseguita\w*|insegue)|minacc\w+ di (?:morte|uccider|ammazzar)\w*|"
        r"(?:vuole|ha detto che mi) (?:uccider|ammazzar|uccid|ammazz)(?:mi|e|a)\b"
    ),
    (
        rf"(?:ho |abbiamo )?(?:paura|terrore) (?:di|del|dell|della) (?:mio |mia |suo |sua )?{_HIM}|{_HIM} (?:e |e un |"
        rf"e molto )?(?:violent|manesc)\w*"
    ),
    (
        r"(?:mi|ci) (?:chiude|tiene chius\w|segrega) (?:in|a) (?:casa|camera|chiave)|non mi (?:fa|lascia) (?:piu "
        r")?uscire di casa"
    ),
    (
        r"violenza (?:domestica|sessuale|in casa|sulle donne|di genere)|subisc\w+ (?:\w+ )?violenz\w|violenze|"
        r"maltratta(?:ment\w|ta|to|no)?|centro antiviolenza|casa rifugio"
    ),
    (
        r"stupr\w+|violentat\w|abus(?:i|o|ata|ato) (?:sessual\w+|su|di m\w+|da)|molest(?:ia|ie|ata|ato|atore|a mi\w)|"
        r"stalk\w+|pedofil\w+|revenge porn"
    ),
    (
        rf"(?:picchia|mena|tocca|molesta|fa del male a(?:ll\w?)?|alza le mani su(?:ll\w?)?) (?:i |il |la |l |le |"
        rf"mi[aeo]i? |nostr[aoi] |un |una )*{_CHILD}"
    ),
    r"(?:lo|la|li) picchia(?:no)?\b",
    (
        r"mi (?:fa|fanno|faceva) del male|(?:sono|siamo|e) in pericolo|mi ha chius\w|coltello (?:in mano|"
        r"alla gola)|sfonda\w* la porta"
    ),
    (
        r"mi (?:segue|seguono|aspetta) (?:sempre |fin |fino |ovunque|sotto casa|a casa)|"
        r"mi tocca (?:il sedere|il seno|le gambe)"
    ),
    (
        r"mi (?:obbliga|costring\w+) a (?:fare sesso|spos\w+|prostitu\w+)|matrimonio forzato|forced marriage|"
        r"(?:i m|i am|we re|we are|she s|she is|he s|he is) in danger\b"
    ),
    # thoughts of death, harm to oneself
    (
        r"(?<!salva )suicid\w+|uccidermi|ammazzarmi|uccidersi|ammazzarsi|farla finita|togliermi la vita|togliersi la "
        r"vita|tolgo la vita|mi (?:ammazzo|uccido)\b"
    ),
    (
        r"(?:non voglio|non ho voglia di|non vuole|non ho piu voglia di|smettere di) (?:piu )?vivere(?! da sol| con | "
        r"in )|(?:voglio|vorrei|vuole|preferirei) (?:solo )?(?:morire(?! nell| con | attaccat| dal | di | a casa)|"
        r"sparire per sempre|essere mort\w)"
    ),
    (
        r"(?:mi|si) (?:taglia|taglio|tagliano) (?:le braccia|i polsi|con la lametta|apposta)|farmi del male|farsi del "
        r"male|autolesion\w+|mi butto (?:giu|sotto)|buttarmi (?:giu|sotto)"
    ),
    (
        r"(?:la faccio|facciamola) finita|non (?:ha|abbia) piu senso vivere|meglio se non ci fossi|stareste meglio "
        r"senza di me|pensieri di morte"
    ),
    # English
    (
        r"(?:hits?|beats?|beating|hitting|slaps?|punche[sd]|chok(?:es|ed)|strangl\w+|threatens?|threatened|raped?|"
        r"hurts?) (?:me|us)\b(?! when i (?:bend|walk|move|sit))"
    ),
    (
        rf"(?:hits?|beats?|hitting|beating|touches|molest\w*|abuses) (?:my |the |our |his |her )+{_CHILD}|(?:he|she) "
        rf"(?:hits|beats) (?:him|her|them)"
    ),
    (
        rf"(?:afraid|scared|terrified) of (?:my |his |her )+{_HIM}|violent {_HIM}|{_HIM} is (?:violent|abusive)|"
        rf"abusive {_HIM}|domestic (?:violence|abuse)"
    ),
    (
        r"(?:kill|killing|hurt|hurting|harm|harming|cut|cutting|cuts) (?:myself|himself|herself)|self harm\w*|"
        r"suicid\w+|(?:end|take|ending) my (?:own )?life|end it all"
    ),
    (
        r"(?:want|wanna|rather|wish) (?:to )?(?:die|be dead|i was dead|i were dead)|(?:don t|do not|doesn t) (?:want "
        r"to|wanna) (?:live|be alive)(?! alone| with| in )|no reason to live"
    ),
    (
        r"rape[ds]?\b|sexual(?:ly)? (?:abuse|assault|harass)\w*|stalk(?:s|ing|ed|er)|(?:threaten\w*|wants|going) to "
        r"kill|locks me|won t let me leave the house"
    ),
)
_DANGER = re.compile(r"\b(?:" + "|".join(_PATTERNS) + r")")


def is_danger(words: Sequence[str]) -> bool:
    """Tell whether words in their normal form, in their order, speak of danger to a person."""
    return bool(_DANGER.search(" ".join(words)))
