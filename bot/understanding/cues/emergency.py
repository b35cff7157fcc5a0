"""Emergencies that cannot wait: who does not breathe, poison, fire, gas, someone who breaks in. Read by danger.py."""

_ROOM = "(?:casa|cucina|garage|stanza|camera|appartamento|tetto|stufa|letto|capannone|forno|salotto|scantinato|cantina)"
_POISON = (
    "(?:candeggina|varechina|detersivo|ammoniaca|veleno per topi|antigelo|pila|pile|batteria|sonniferi|pillole|"
    "pastiglie|bleach|battery|batteries|detergent|poison|pills)"
)

PATTERNS = (
    # breath, mind, blood
    r"non (?:respira|riesce a respirare|riesco a respirare)(?! bene)|(?:isn t|not|stopped|can t) breath(?:ing|e)\b",
    r"(?:sta|mi sto|si sta|sto) (?:soffocando|strozzando|dissanguando)|si e strozzat\w|is choking|can t breathe",
    r"(?:diventat\w|diventando|labbra|faccia) (?:e )?(?:viola|blu|cianotic\w)|(?:turning|going|went) blue",
    (
        r"(?:non si (?:sveglia|riprende)|non riesc\w+ a svegliar\w+|won t wake up|unconscious|"
        r"priv[oa] di sensi)(?! (?:mai )?(?:presto|in tempo|per|al mattino|la mattina|dal letargo|on time|for))"
    ),
    (
        r"(?:per terra|a terra|caduto|caduta|svenut\w|crisi|convulsioni|collassat\w|"
        r"scale)(?: \w+){0,4} non (?:risponde|si muove|respira|parla)\b"
    ),
    r"(?:ha|sta avendo|aveva) (?:le )?convulsioni|is having a (?:seizure|stroke|heart attack)",
    (
        r"bocca storta|"
        r"(?:mezza|meta) (?:della |del )?(?:faccia|viso)(?: \w+){0,2} (?:storta|ferma|bloccata|paralizzata|cadente)|"
        r"face is drooping"
    ),
    r"(?:sta avendo|ha avuto adesso|credo sia|e) un (?:infarto|ictus) adesso|sta avendo un (?:infarto|ictus)",
    (
        r"dolore (?:\w+ ){0,3}(?:al petto|al torace)(?: \w+){0,6} (?:braccio|adesso|ora|aria|sudo)|"
        r"chest pain(?: \w+){0,5} (?:arm|now|breath\w*)"
    ),
    (
        r"(?:perd[eo]|esce|perdendo) (?:un sacco di|tant\w+|molto|troppo) sangue|"
        r"sangue (?:\w+ )?(?:non si ferma|dappertutto|ovunque)"
    ),
    r"bleeding (?:badly|heavily|a lot)|(?:bleeding|blood)(?: \w+){0,3} (?:won t|doesn t|not) stop",
    # poison
    rf"(?:bevuto|ingoiat\w|ingerit\w|mandato giu|swallowed|drank)(?: \w+){{0,4}} {_POISON}\b|in overdose|overdosed",
    # fire, gas, burglars
    (
        rf"{_ROOM} (?:\w+ )?(?:sta bruciando|va a fuoco|ha preso fuoco|prende fuoco|in fiamme|brucia)\b(?! male)|"
        rf"sta bruciando (?:\w+ )?{_ROOM}|(?:c e|e scoppiato|scoppia) (?:un |il )?(?:incendio|fuoco)|(?:is|s) on fire|"
        rf"caught fire"
    ),
    (
        r"fumo (?:ovunque|dappertutto|nero)|"
        r"(?:fumo|smoke)(?: \w+){0,6} (?:bloccat\w|uscire|get out|upstairs|trapped|everywhere)"
    ),
    r"(?:odore|puzza|fuga) di gas|gas leak|smell (?:of )?gas|monossido|carbon monoxide",
    r"(?:ladr[oi]|qualcuno|someone|burglar\w*)(?: \w+){0,4} (?:in casa adesso|sta entrando|breaking in|broke in)",
    (
        r"(?:bambin[oai]|neonat[oai]|bimb[oai]|baby|kid|child)(?: \w+){0,3} (?:chius[oa]|sol[oa]|locked|left|"
        r"alone) (?:in macchina|in auto|in (?:a|the) car)"
    ),
    r"\b(?:aiuto|help)\b(?: \w+){0,8} (?:non si muove|non respira|sta morendo|is dying)",
)
