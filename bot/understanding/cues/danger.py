"""Danger heard in a message: violence, abuse, thoughts of suicide, emergencies. Heard first, whatever else it says.

A floor in code: it stands even where the knowledge names no danger.
A false alarm shows phone numbers; a missed one is worse.
"""

import re
from collections.abc import Sequence

from bot.understanding.cues import emergency

_HIM = (
    "(?:marito|compagno|ex|fidanzato|ragazzo|moglie|compagna|fidanzata|padre|papa|babbo|madre|mamma|patrigno|zio|"
    "nonno|fratello|figlio|suocero|"
    "husband|partner|boyfriend|wife|girlfriend|father|dad|stepfather|brother|son|uncle)"
)
_CHILD = "(?:bambin[aoi]|bimb[aoi]|figli[aoe]?|piccol[aoi]|nipotin[aoi]|child|children|kids?|daughter|son|baby)"
_PATTERNS = (
    # violence against who writes
    (
        r"(?:mi|ci) (?:picchia\w*|mena|menano|menava|malmena|strangola|violenta)|"
        r"(?:mi|ci) (?:ha|hanno|aveva) (?:picchiat|menat|strattonat|violentat|minacciat)\w*"
    ),
    (
        r"(?:mi|ci) (?:riempie|prende) di botte|(?:mi|ci) prende a (?:calci|pugni|schiaffi|sberle|cinghiate)|"
        r"le mani (?:addosso|al collo)|alza(?:to|va)? le mani"
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
        rf"(?:ho |abbiamo )?(?:paura|terrore) (?:di|del|dell|della) (?:mio |mia |suo |sua )?{_HIM}|"
        rf"{_HIM} (?:e |e un |e molto )?(?:violent|manesc)\w*"
    ),
    (
        r"(?:mi|ci) (?:chiude|tiene chius\w|segrega) (?:in|a) (?:casa|camera|chiave)|"
        r"non mi (?:fa|lascia) (?:piu )?uscire di casa"
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
        r"mi (?:fa|fanno|faceva) del male|(?:sono|siamo|e) in pericolo|mi ha chius\w|coltello (?:in mano|alla gola)|"
        r"sfonda\w* la porta"
    ),
    (
        r"mi (?:segue|seguono|aspetta) (?:sempre |fin |fino |ovunque|sotto casa)|"
        r"mi tocca (?:il sedere|il seno|le gambe)"
    ),
    (
        r"mi (?:obbliga|costring\w+) a (?:fare sesso|spos\w+|prostitu\w+)|matrimonio forzato|forced marriage|"
        r"(?:i m|i am|we re|we are|she s|she is|he s|he is) in danger\b"
    ),
    # thoughts of death, harm to oneself
    (
        r"(?<!salva )suicid\w+|uccidermi|ammazzarmi|uccidersi|ammazzarsi|farla finita|togliermi la vita|"
        r"togliersi la vita|tolgo la vita|mi (?:ammazzo|uccido)\b"
    ),
    (
        r"(?:non voglio|non ho voglia di|non vuole|non ho piu voglia di|smettere di) (?:piu )?vivere(?! da sol| con |"
        r" in )|"
        r"(?:voglio|vorrei|vuole|preferirei) (?:solo )?(?:morire(?! nell| con | attaccat| dal | di | a casa)|"
        r"sparire per sempre|essere mort\w)"
    ),
    (
        r"(?:mi|si) (?:taglia|taglio|tagliano) (?:le braccia|i polsi|con la lametta|apposta)|farmi del male|"
        r"farsi del male|autolesion\w+|mi butto (?:giu|sotto)|buttarmi (?:giu|sotto)"
    ),
    (
        r"(?:la faccio|facciamola) finita|non (?:ha|abbia) piu senso vivere|meglio se non ci fossi|"
        r"stareste meglio senza di me|pensieri di morte"
    ),
    # English
    (
        r"(?:hits?|beats?|beating|hitting|slaps?|punche[sd]|chok(?:es|ed)|strangl\w+|threatens?|threatened|raped?|"
        r"hurts?) (?:me|us)\b(?! when i (?:bend|walk|move|sit))"
    ),
    (
        rf"(?:hits?|beats?|hitting|beating|touches|molest\w*|abuses) (?:my |the |our |his |her )+{_CHILD}|"
        rf"(?:he|she) (?:hits|beats) (?:him|her|them)"
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
        r"(?:want|wanna|rather|wish) (?:to )?(?:die|be dead|i was dead|i were dead)|"
        r"(?:don t|do not|doesn t) (?:want to|wanna) (?:live|be alive)(?! alone| with| in )|no reason to live"
    ),
    (
        r"rape[ds]?\b|sexual(?:ly)? (?:abuse|assault|harass)\w*|stalk(?:s|ing|ed|er)|"
        r"(?:threaten\w*|wants|going) to kill|locks me|won t let me leave the house"
    ),
    # the same, in the ways that messages of our own set used and these did not know
    (
        r"(?:mi|ci|la|lo|le) (?:ha |hanno |sta )?(?:sbatt|spint|spinge|buttat|scaravent|trascin|strattona|"
        r"pestat)\w*(?: \w+){0,2} (?:contro|giu|per (?:i capelli|un braccio|terra)|addosso|a terra|fuori di casa)|"
        r"pushed me|threw (?:me|a \w+ at)|(?:pulled|dragged) (?:me|my hair)|kicked me|grab(?:s|bed) me|chok\w+ me"
    ),
    (
        r"(?:mi|ci) (?:fa|faccio|fara|farei|vuole far\w*) fuori|mi (?:viene|verra) a cercare e|"
        r"(?:mi|ti) (?:taglia|taglio|taglio) la gola|mi (?:brucia viv\w|da fuoco|rovina la faccia)|"
        r"da fuoco a (?:me|tutti|noi)|me la (?:fa|fara) pagare"
    ),
    (
        r"mani dove non (?:deve|dovrebbe)|"
        r"alza(?:re|no|to)? (?:sempre )?(?:le )?mani?\b(?! (?:coi|con i|ai|sui|contro i) (?:compagni|fratell))|"
        r"mi (?:ha )?(?:palpa|palpat\w)|"
        r"(?:lo|la|mi|li) tocca (?:quando|mentre|di notte|sotto|dove|in (?:magazzino|spogliatoio))"
    ),
    (
        r"(?:marito|compagno|lui|padre|moglie|fratello|zio) (?:\w+ )?(?:picchia|picchiare|mena|menare|"
        r"ammazza) (?:a )?me\b"
    ),
    (
        r"(?:e stato lui|it was him)\b|(?:sono|giu|piena di|pieno di|le|sentono|e poi) botte(?! di)(?: |$)|"
        r"urla e botte|dico che sono caduta"
    ),
    (
        r"(?:mi|ci) (?:chiud\w+|tien\w+|teng\w+|hanno chius\w|ha chius\w) (?:chius\w )?(?:dentro|in casa)|"
        r"la (?:tengono|tiene) chiusa|mi tiene i documenti"
    ),
    (
        r"(?:mi ha (?:preso|tolto|strappato|rotto)|mi (?:tiene|tengono)|took my|keeps my) (?:il |i |la )?(?:passaporto|"
        r"documenti|telefono|cellulare|passport|documents|phone)"
    ),
    (
        r"(?:farmi|farla|farci) sposare|"
        r"(?:vogliono|vuole|want to|wants to)(?: \w+){0,8} (?:per sposar\w+|per (?:il )?matrimonio|sposare me)|"
        r"marry (?:me|her|us) off|forc\w+ (?:me|her|my \w+) to marry|matrimonio (?:combinato|forzato)"
    ),
    (
        r"(?:torna|beve|ubriaco|arrabbia)(?: \w+){0,4} (?:spacca|rompe|distrugge) (?:tutto|le cose|la casa)|"
        r"ci nascondiamo|mi nascondo in (?:bagno|camera)"
    ),
    (
        r"(?:mi aspetta|mi segue|waits for me|follow\w* me)(?: \w+){0,3} (?:fuori|ovunque|everywhere|outside|"
        r"to work)(?: \w+){0,6}"
    ),
    (
        r"(?:prend\w+|ingoi\w+|mand\w+ giu|tak(?:e|ing)|took|swallow\w*) (?:tutt[ei] )?(?:all |un barattolo di |"
        r"una scatola (?:intera )?di |tutte )(?:le |i |my |the |queste )?(?:pastiglie|pillole|medicine|sonniferi|"
        r"tranquillanti|pills|tablets)"
    ),
    (
        r"buttar(?:mi|si)\b(?! (?:su|in|a|di testa|nel lavoro|nella mischia))|mi butto (?:dal|dalla|giu|sotto)|"
        r"(?:jump|jumping) off|la corda pronta|ho (?:gia )?(?:una|la) corda|\bimpicc(?:o|a|armi|arsi|ata|ato)\b|"
        r"mi sparo(?! (?:una|un|le|i|la|il|due|tre|in cuffia))\b|si spara(?: (?:in testa|stanotte|domani|un colpo))?$|"
        r"shoot himself|hang (?:myself|himself|herself)"
    ),
    (
        r"(?:non ci (?:sia|fossi) piu|(?<!come )se (?:io )?non ci fossi|better off without me|senza di me starebbero)|"
        r"non (?:voglio|vorrei|volevo) (?:piu )?(?:svegliarmi|risvegliarmi|esserci|stare al mondo|riaprirli|"
        r"vivere piu)|non (?:riaprirli|svegliarmi) (?:mai )?piu|andarmene da questo mondo|io vol(?:ere|eva) morire"
    ),
    (
        r"(?:messaggio|lettera) d(?:i )? ?addio|goodbye (?:note|letter|message)|"
        r"(?:scritto|lasciato) la lettera per (?:i|la|tutti)"
    ),
    (
        r"(?:i )?tagli (?:sulle|alle) (?:braccia|gambe|cosce)|si fa (?:dei |i )?tagli|"
        r"mi taglio (?:le gambe|le braccia|quando)|tagli\w+ le vene|"
        r"(?:cuts?|cutting) (?:her|his|my|their) (?:arms?|legs?|wrists?|skin)"
    ),
    (
        r"(?:da|dato|danno|dando|dava) (?:uno |gli |degli |le |dei |un )?(?:schiaff\w|sberl\w|ceffon\w|pugn\w|"
        r"calci) (?:a|al|alla|alle|agli|ai) (?:mi[aeo]i? |nostr\w |su[ao] )?(?:bambin|figli|bimb|nonn|mamm|madr|padr|"
        r"moglie|piccol|nipot)\w*|"
        r"(?:strattona|maltratta|picchia|mena|lega|schiaffeggia) (?:la |il |i |mia |mio |le |nostra )*(?:nonn|mamm|"
        r"madr|padr|papa|anzian|vecchi|zi[ao])\w*|le da gli schiaffi|lo menano|la menano"
    ),
    (
        r"(?:slaps?|slapped|kicks?|shakes) (?:my |the |our |his |her )+(?:child\w*|kids?|baby|grand\w+|mother|father|"
        r"mum|dad|son|daughter)|touches me|comes into my room at night"
    ),
    (
        r"faccia(?:no)? del male (?:a|al|ai|alla|alle)\b|fare del male a (?:mio|mia|lui|lei|qualcuno|me)|"
        r"abus(?:i|a|ino) di (?:mia|mio|lei|lui|una|un)"
    ),
    *emergency.PATTERNS,
)
_DANGER = re.compile(r"\b(?:" + "|".join(_PATTERNS) + r")")
# Ways of speaking that are taken out before danger is looked for.
_SAYINGS = re.compile(
    r"\b(?:(?:farla|facciamola|la voglio|falla) finita (?:con\b|quest\w)|(?:voglio|vorrei|vuole) morire (?:nel|a casa|"
    r"dal|dalla|di)|(?:banca|finanziaria|fisco|call center|agenzia|sfiga|sfortuna|ricordo|dolore|"
    r"telefono) (?:\w+ )?mi perseguita\w*|(?:mi|ci) ammazza(?:no)? (?:le|i|la|il|l|di|con|dalle)\b|(?:voglio|"
    r"vorrei) sparire (?:una|un|due|per|in|su)\b|(?:knees?|back|neck|feet|shoes?|tooth|teeth|head|legs?|shoulders?|"
    r"stomach|bills?) (?:\w+ )?(?:hurts?|hit) (?:me|us)\b|(?:mortgage|rent|bills?|debts?|loan|instalments?|prices|"
    r"mutuo|prestito|rate|bollette|interessi|inflazione) (?:\w+ ){0,2}(?:strangl\w+|strangola\w*|strozza\w*|choking|"
    r"soffoca\w*|ammazza\w*)(?: (?:us|me))?\b|mi sono tagliat[oa] (?:un|il|i|la|le|con|mentre)\b|(?:mi|"
    r"ci) uccide (?:dover\w*|fare|stare|alzarmi|stirare)|boss (?:will|is going to) kill me|(?:figli[oa]|son|daughter|"
    r"bimb[oa]|toddler) (?:picchia|mena|hits?|bites?) (?:i |gli |other |the other )(?:compagni|altri|bambini|kids|"
    r"children)(?: bimbi| bambini)?|corso (?:di |anti)\w+(?: \w+)?)"
)


def is_danger(words: Sequence[str]) -> bool:
    """Tell whether words in their normal form, in their order, speak of danger to a person."""
    return bool(_DANGER.search(_SAYINGS.sub("|", " ".join(words))))


def is_saying(words: Sequence[str]) -> bool:
    """Tell whether words hold a way of speaking that only sounds like danger."""
    return bool(_SAYINGS.search(" ".join(words)))
