# The report of a quarter: words for who reads it in a company, in the network, in an organization.
title = { $network } in the { $quarter }
quarter = { $number ->
    [1] first quarter of { $year }
    [2] second quarter of { $year }
    [3] third quarter of { $year }
   *[4] fourth quarter of { $year }
}
other-language = Leggi in italiano
for-company = Report for { $name }
for-group = Joint report of { $names }
for-network = Report of the whole network
for-organization = Report for { $name }
days = From { $first } to { $last } · published on { $published }
lead-company = What the people of your company looked for, and what they found.
lead-group = Companies with fewer than 25 active people have one report together, so that nobody can be recognised.
lead-network = What the people of all companies in the network looked for, and what they found.
lead-organization = How many people saw your services, and how many took a voucher. They are people of all companies together.

reached = people reached
reached-about = used the service at least once
taken = people with a voucher
taken-about = took or reopened at least one voucher
before = quarter before: { $people }
hidden = not shown

need = What they looked for
need-about = People by area. Who looked in two areas counts in both, so the rows do not add up.
unmet = What they did not find
unmet-about = People who looked for something that the network does not have, not in their town, or that did not suit them.
town = Where
town-about = People by the town in which they looked, when they said it.
place = Where they came from
place-about = New people, by the place where they found the invitation: it says which poster works.
shown = Services seen
shown-about = People to whom the service was proposed.
claimed = Vouchers
claimed-about = People who took or reopened a voucher of the service.
refused = Not accepted
refused-about = People whose code the desk did not accept, by what they told the bot.
outside = Other, not in the catalogue
place-canteen = Canteen
place-locker-room = Locker room
place-payslip = Payslip
place-intranet = Intranet
place-group-chat = Group chat
place-other = Other
all-hidden = The numbers here are still too small to be shown without somebody being recognised.
some-hidden = Not shown, being small, or because with other figures they would tell too much: { $rows }.
row = Row
people = People

what = What this report is, and what it is not
what-people = It counts people, not requests: whoever writes ten times counts as one.
what-small = A figure about needs or vouchers is only shown from 10 people on, the others from 5, and never if nearly everybody is in it. Figures are rounded to 5.
what-never = It is never about one person: there are no names, messages, departments or days, and no way to work them out from several reports together.
what-words = The words that people type are not kept. Whoever asked for help in danger is not counted.
what-frozen = Once published it never changes, even if somebody deletes their data later.
what-employee = Every employee can see this very report, with the command /privacy.
what-attacker = Before it was published, a program tried to work out the hidden figures from all reports of the quarter together: it cannot.
controller = { $controller } ({ $email }) answers for the data.

summary-none = Numbers are still small: they are not shown.
summary-foot = Figures are rounded to 5; small ones stay hidden. Never about one person.

csv-table = Table
open-quarter = { $quarter } has not ended yet: a report now and one later would tell who came in between. Ask again from { $day }.
not-a-quarter = “{ $text }” is not a quarter. Reports exist for whole quarters only, such as 2026Q4: a day, a week or a month would tell too much.
no-quarter = Of which quarter? Say it with --quarter, such as --quarter 2026Q3.
no-report-company = { $name } has no report for { $quarter }: it has fewer than 25 active people, and the small companies together are still too few.
no-report-group = There is no joint report of the small companies for { $quarter }: they are still too few people.
no-report-network = There is no report of the network for { $quarter }: it has fewer than 25 active people.
no-report-organization = { $name } is not in the report of { $quarter }: it had no services in the catalogue then.
no-name = No id goes with “{ $kind }”: take “{ $text }” away. A quarter is said with --quarter.
no-such = { $name } does not exist; there are: { $names }
demo-refused = There are people, counts or reports here already: demonstration data only goes into a new database (for instance --database sqlite:///demo.db).
demo-done = { $people } people in { $companies } companies, { $things } things counted in { $quarters } quarters, { $vouchers } vouchers. Quarters that have ended: { $ended }.
demo-evaluation = With an evaluation, { $first } to { $last }: kmzero evaluation report --out FOLDER writes it.
needs-none = No unmet need has at least 10 people in this period: smaller numbers are not shown.
needs-title = Looked for and not found: people, rounded to 5, from 10 on
needs-need = need
needs-town = town
needs-when = when
needs-week = week of { $day }
needs-everywhere = whole network
needs-nowhere = town not said
