"""The register: every table, what it keeps and why, how long, how a person's rows are found, what becomes of them.

`/imieidati` shows what is found, `/dimenticami`, a withdrawn consent and a company that is left do what a row says,
bot.upkeep takes its periods from here, and the data map of docs/privacy.md is printed from it.
"""

from datetime import timedelta

from bot.people import kept
from bot.people.kept import DAY, FOR_GOOD, HOUR, Kept
from bot.people.keys import Keys
from bot.people.register_of_pages import OF_PAGES
from bot.store import (
    attempts,
    companies,
    coordination,
    evaluation,
    insight,
    observations,
    origins,
    reminders,
    tables,
    web,
)
from bot.store.saved import saved

REGISTER = (
    # First who they are: on PostgreSQL a claim in course ends before its person goes, and all that it wrote is there.
    Kept(
        tables.person,
        "a member's pseudonym, whose discounts they may have, the language to speak, which text they said yes"
        " to and on which day (article 7), on which day the membership ended",
        "until withdrawal, `/dimenticami`, or {people who left} after the company left; while a voucher hangs"
        " on it, until that one lets go",
        tables.person.c.id,
        kept.people,
        withdrawn="ends",
        left="ends",
        lasts={"people who left": 90 * DAY},
    ),
    Kept(
        tables.conversation,
        "the pseudonym of a chat, and sealed when the last message was and how far the talk has come (needs "
        "as ids with probabilities, services shown, town, for whom, when; while a link waits for its yes or "
        "no, which link), so that buttons work; no word. A guest's is only in memory",
        "{conversations} after the last message",
        tables.conversation.c.chat,
        kept.user(Keys.chat),
        lasts={"conversations": 24 * HOUR},
        backed_up=False,
    ),
    Kept(
        tables.voucher,
        "the codes given, so that they can be shown again and limits hold; `mark` is a one-way mark of the "
        "user, another one for each offer",
        "the person: until {people of ended vouchers} after the last good day ({people of endless vouchers} "
        "after it was taken, where there is none), or `/dimenticami`; the code stays, so that it is not given twice, "
        "and the mark until the offer begins anew, so that its limit holds",
        tables.voucher.c.mark,
        kept.limits,
        forgotten="let go",
        withdrawn="stays",
        lasts={"people of ended vouchers": 90 * DAY, "people of endless vouchers": 730 * DAY},
    ),
    Kept(
        saved,
        "the services that a member put aside, sealed, to find them again: only what they ask for",
        "until they take it off, until withdrawal, `/dimenticami`, or until the membership ends, also where a"
        " voucher still holds the person",
        saved.c.person,
        kept.people,
        left="goes",
    ),
    Kept(
        reminders.reminder,
        "what somebody asked to be reminded of (a discount, or a service to call), and what the bot will ask or has "
        "asked them (how it went with a service, why they took nothing), or that they want no questions, all of it "
        "sealed, under a mark of its own",
        "until it is said, withdrawal or `/dimenticami`, at most {reminders that came too late} after it was "
        "due: by then the discount has ended, or the day is over; a wish for more codes {wishes for more "
        "codes} at most; a question {questions that came too late} after it was due, that it was asked {marks of "
        "questions asked}; that they want none until they do again",
        reminders.reminder.c.id,
        kept.wanted,
        left="goes",
        lasts={
            "reminders that came too late": 7 * DAY,
            "wishes for more codes": 90 * DAY,
            "questions that came too late": 30 * DAY,
            "marks of questions asked": 91 * DAY,
        },
    ),
    Kept(
        coordination.notice,
        "what the bot has to say on its own: to whom and what are sealed",
        "until it is passed on, withdrawal or `/dimenticami`, at most {notices that nobody took}",
        coordination.notice.c.mark,
        kept.user(Keys.notice),
        lasts={"notices that nobody took": 48 * HOUR},
        backed_up=False,
    ),
    Kept(
        insight.counted,
        "the figures of the quarter in course: one row for a person and thing (an area of needs, a town, the "
        "place of the link), sealed, each under a mark of its own, which has nothing in common with the "
        "person's other rows",
        "until the reports of the quarter are published, at the latest {quarters published} after its end, or"
        " until withdrawal or `/dimenticami`",
        insight.counted.c.mark,
        kept.counted,
        lasts={"quarters published": 30 * DAY},
    ),
    Kept(
        insight.unmet,
        "needs that nobody could meet, with town and week, sealed, so that the network learns what is missing",
        "{counts of unmet needs}, or until withdrawal or `/dimenticami`",
        insight.unmet.c.mark,
        kept.unmet,
        lasts={"counts of unmet needs": 400 * DAY},
    ),
    Kept(
        evaluation.outcome,
        "what came of it, for the evaluation of the programme: one row for a person and thing (a discount taken, "
        "whether it helped, the answer to a question), sealed, each under a mark of its own, as in `counted`",
        "until the evaluation is published, at the latest {outcomes of evaluations} after its period, or until "
        "withdrawal or `/dimenticami`",
        evaluation.outcome.c.mark,
        kept.outcomes,
        lasts={"outcomes of evaluations": 180 * DAY},
    ),
    Kept(
        coordination.wrong_entry,
        "what somebody said is wrong with a service (a phone number, a price, nobody answers, a code that was"
        " refused), guests too; a one-way mark for each service, so that nobody counts twice; the day, sealed, of who"
        " tried in vain: that counts for 30 days",
        "until a coordinator looked, withdrawal or `/dimenticami`, at most {reports of wrong entries}",
        coordination.wrong_entry.c.mark,
        kept.reports,
        lasts={"reports of wrong entries": 90 * DAY},
    ),
    Kept(
        tables.blocked,
        "the pseudonym of a chat that stopped the bot, so that nothing is sent there",
        "until they write again, or `/dimenticami`, at most {chats that stopped the bot}",
        tables.blocked.c.chat,
        kept.user(Keys.chat),
        withdrawn="stays",
        lasts={"chats that stopped the bot": 365 * DAY},
    ),
    Kept(
        coordination.draft,
        "what a coordinator has sent or begun to change",
        "until it is published or dropped, `/dimenticami`, at most {drafts}",
        coordination.draft.c.role,
        kept.numbers,
        withdrawn="stays",
        lasts={"drafts": 24 * HOUR},
    ),
    Kept(
        web.web_message,
        "what the coordination desk answered on a coordinator's page, sealed",
        "`/dimenticami`, at most {messages on pages}",
        web.web_message.c.role,
        kept.numbers,
        withdrawn="stays",
        lasts={"messages on pages": 24 * HOUR},
        backed_up=False,
    ),
    Kept(
        coordination.role,
        "who keeps the catalogue: a number, a keyed mark, a sealed chat",
        "until the role ends or `/dimenticami`; the number stays in the audit",
        coordination.role.c.mark,
        kept.user(Keys.coordinator),
        forgotten="let go",
        withdrawn="stays",
    ),
    Kept(
        tables.inbox,
        "an update of Telegram, sealed, while it waits for its answer, usually some milliseconds; then only "
        "its number, against repetition",
        "until answered; the number: {updates answered}, of a failed one {updates given up}",
        tables.inbox.c.chat,
        kept.user(Keys.arriving),
        forgotten="stays",
        withdrawn="stays",
        lasts={"updates answered": 48 * HOUR, "updates given up": 30 * DAY},
        backed_up=False,
    ),
    Kept(
        tables.outbox,
        "an answer of ours, sealed, while it waits to be sent; then only that something was sent",
        "until sent or given up; the rest: {calls made}, of a failed one {calls given up}",
        tables.outbox.c.chat,
        kept.user(Keys.leaving),
        forgotten="stays",
        withdrawn="stays",
        lasts={"calls made": 48 * HOUR, "calls given up": 30 * DAY},
        backed_up=False,
    ),
    # What has no row of a person.
    Kept(
        tables.press,
        "a one-way mark of a chat, a message and a button, or of a form of the coordinators' page, so that the same "
        "press counts once",
        "{presses}",
        lasts={"presses": 48 * HOUR},
        backed_up=False,
    ),
    Kept(
        tables.asked,
        "how often a need was asked in a quarter, without any person; steers the order of questions",
        "{counts of needs}",
        lasts={"counts of needs": 366 * DAY},
    ),
    Kept(
        coordination.wrong_told, "that the coordinators know; no person", "until they looked, or the reports are gone"
    ),
    Kept(coordination.role_invite, "links for coordinators, as hashes", FOR_GOOD),
    Kept(
        coordination.audit,
        "who changed what in the catalogue: a coordinator's number, an organization, a company",
        FOR_GOOD,
    ),
    Kept(coordination.source_text, "the files of the catalogue; no person", FOR_GOOD),
    Kept(coordination.release_source, "which files made a release; no person", FOR_GOOD),
    Kept(
        insight.publication,
        "the reports as they were published: rounded figures, small ones hidden; no person",
        f"{FOR_GOOD}: a report is frozen",
    ),
    Kept(insight.page, "the same, as pages", FOR_GOOD),
    Kept(
        evaluation.evaluation,
        "when the forms of an evaluation were open, and its figures as they were published: rounded, small ones "
        "hidden; no person",
        FOR_GOOD,
    ),
    Kept(evaluation.evaluation_page, "the same, as pages", FOR_GOOD),
    Kept(
        evaluation.form_link,
        "links to the forms of companies and organizations, as hashes, and what these answered, sealed; no employee",
        FOR_GOOD,
    ),
    Kept(
        tables.pool_code,
        "codes that organizations gave, and those made here; which are given, and which a restored backup set aside",
        "as long as the offer",
    ),
    Kept(
        tables.code_import,
        "when codes came in, how many and by whose hand (a coordinator's number, an organization); no code, no person",
        FOR_GOOD,
    ),
    Kept(tables.shared_use, "how often a shared code was given", "as long as the offer"),
    *OF_PAGES,
    Kept(
        tables.invite,
        "the links of companies, as hashes; how many came in, never who",
        FOR_GOOD,
    ),
    Kept(
        companies.known_company,
        "companies that were ever published, so that their people can be found, told and erased",
        FOR_GOOD,
    ),
    Kept(tables.alarm, "pools of codes that run low", "until filled"),
    Kept(tables.release, "the published catalogue; no person", FOR_GOOD),
    Kept(origins.origin, "what a release was made from; no person", FOR_GOOD),
    Kept(
        attempts.publish_attempt,
        "every try to publish, and the place of its first fault; no person",
        FOR_GOOD,
    ),
    Kept(tables.current, "which catalogue is live; no person", "always"),
    Kept(
        tables.installation,
        "which key the marks were made with, the newest time that was seen, the bot's name and the address that "
        "Telegram calls; no person",
        "always",
    ),
    Kept(
        observations.observation,
        "what the running processes see of Telegram and of themselves: what is wrong and since when; no person",
        "until it is well, or an hour",
        backed_up=False,
    ),
)


def of_people() -> list[Kept]:
    """Return the tables that have rows of people, in the order in which they are to be emptied."""
    return [row for row in REGISTER if row.marks]


def lasting(duty: str) -> tuple[str, timedelta]:
    """Return the table that a duty empties, and after how long."""
    return next((row.table.name, row.lasts[duty]) for row in REGISTER if duty in row.lasts)
