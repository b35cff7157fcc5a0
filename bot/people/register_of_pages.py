"""The rows of the register of what organizations and companies do on their pages: nobody's."""

from bot.people.kept import DAY, FOR_GOOD, HOUR, Kept
from bot.store import companies, partners, sent_codes, web

OF_PAGES = (
    Kept(
        partners.redemption,
        "which codes were marked as used at the desk of their organization: a one-way mark of the code, and sealed its "
        "offer and the day; without the key no way leads to the code, and none to a person",
        "as long as the code",
    ),
    Kept(
        partners.desk_try,
        "of a web session of an organization, sealed, how many wrong codes were typed today, and which codes were "
        "seen and marked in the last minutes, so that guessing is slow and a slip can be undone; no person",
        "{sessions at desks} after the last code",
        lasts={"sessions at desks": 48 * HOUR},
        backed_up=False,
    ),
    Kept(
        partners.badge_used,
        "badges that a desk has taken, as hashes, so that each is taken once; no person, and of its end only the hour",
        "{badges taken} after the hour in which it ended",
        lasts={"badges taken": 8 * HOUR},
    ),
    Kept(
        web.web_link,
        "links to the pages of organizations, companies and coordinators, and the browsers that opened them, as "
        "hashes; no employee",
        "{links to pages} after their end",
        lasts={"links to pages": 30 * DAY},
    ),
    Kept(partners.ask, "how often and when a service's organization was asked about it, and answered", FOR_GOOD),
    Kept(
        partners.proposal,
        "what organizations want to change of their services, and what became of it; no person",
        "until a coordinator decides; then {proposals that ended}",
        lasts={"proposals that ended": 90 * DAY},
    ),
    Kept(
        companies.leaving,
        "that a company asks to leave the programme, and since when; no person",
        "until it takes that back, at most {wishes to leave}",
        lasts={"wishes to leave": 365 * DAY},
    ),
    Kept(
        sent_codes.sent_codes,
        "codes that an organization sends by its page, sealed, until its yes; then what came of it, without a code; no "
        "person",
        "{codes sent by a page}",
        lasts={"codes sent by a page": 24 * HOUR},
        backed_up=False,
    ),
)
