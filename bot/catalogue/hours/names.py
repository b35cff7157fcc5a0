"""The words of opening hours: Italian, English, and those of OpenStreetMap's `opening_hours`."""

WEEKDAYS = (
    "mo lu lun lunedi mon monday mondays",
    "tu ma mart martedi tue tues tuesday tuesdays",  # "mar" may be March: see settling.py
    "we me mer merc mercoledi wed wednesday wednesdays",
    "th gi gio giov giovedi thu thur thurs thursday thursdays",
    "fr ve ven vener venerdi fri friday fridays",
    "sa sab sabato sabati sat saturday saturdays",
    "su do dom domenica domeniche sun sunday sundays",
)
MONTHS = (
    "jan gen gennaio january",
    "feb febbraio february febb",
    "marzo march",
    "apr aprile april",
    "may mag maggio magg",
    "jun giu giugno june giug",
    "jul lug luglio july lugl",
    "aug ago agosto august",
    "sep set sett settembre sept september",
    "oct ott ottobre october ottob",
    "nov novembre november",
    "dec dic dicembre december",
)
DAY_OF = {name: day for day, names in enumerate(WEEKDAYS) for name in names.split()}
MONTH_OF = {name: month for month, names in enumerate(MONTHS, start=1) for name in names.split()}
EXACT_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
EXACT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ORDINALS = {
    **dict.fromkeys(("primo", "prima", "first"), 1),
    **dict.fromkeys(("secondo", "seconda", "second"), 2),
    **dict.fromkeys(("terzo", "terza", "third"), 3),
    **dict.fromkeys(("quarto", "quarta", "fourth"), 4),
    **dict.fromkeys(("ultimo", "ultima", "last"), -1),
}
NOTHING = (
    "dal dalle dalla dall da dai from il lo la i gli le l di del della dei nel nella nei nelle negli nell in on at the"
    " ore ora orario orari h ad anche also fino continuato apertura aperture mese month of hours opening giorno giorni"
    " ogni solo only mesi per between tra each every tutti tutte tutto anno pubblico ricevimento periodo settimanale"
    " con"
)
SAYING_NOTHING = frozenset(NOTHING.split())
AFTERNOON = {"pomeriggio", "pomeriggi", "afternoon", "afternoons"}
EVENING = {"sera", "sere", "evening", "evenings"}
WITHOUT_END = {"al", "until", "till", "through", "to", "dal", "da", "from", "since"}  # before a single date
LATER = AFTERNOON | EVENING
BEYOND = (
    "week weeks settimana settimane alterne alterni alternate sh scolastico scolastici scolastiche scolastica school"
    " vacanze prefestivo prefestivi sunrise sunset dawn dusk alba tramonto easter pasqua pasquetta natale sunup sundown"
    " estivo invernale un una ferragosto capodanno epifania patrono christmas"
)
WORDS = {
    ",": {"e", "ed", "and"},
    "-": {"al", "alla", "alle", "all", "a", "to", "till", "until", "through", "ai"},
    "half": LATER | {"mattina", "mattino", "mattine", "morning", "mornings"},
    "mar": {"mar"},
    "unsayable": frozenset(BEYOND.split()),  # what the clock cannot reckon with
}
APPOINTMENT_LABELS = {
    "su appuntamento", "solo su appuntamento", "previo appuntamento", "per appuntamento", "by appointment",
    "only by appointment", "by appointment only", "on appointment",
}  # fmt: skip
