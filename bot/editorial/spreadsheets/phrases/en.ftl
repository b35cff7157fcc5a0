# The spreadsheet: the names of its sheets and columns, the notes at the headings, the words of the lists.
# The same ids and the same variables are in it.ftl.

sheet-organizations = Organizations
sheet-places = Places
sheet-services = Services
sheet-offers = Offers
sheet-companies = Companies
sheet-towns = Towns
sheet-needs = Needs

column-language = language
    .it = Italian
    .en = English
column-id = Internal id
    .note = Leave it as it is: the row is known by it. In a new row it stays empty.
column-organization = Organization
    .note = Whose it is. Choose from the list, which comes from the sheet Organizations.
column-name = Name
    .note = What it is called. At most 60 signs.
column-about = Who they are
    .note = One sentence, as you would say it aloud.
column-contact-phone = Phone
    .note = One number only, with its area code. Others go into the next column.
column-contact-phones = More numbers
    .note = One number a line. After the number, where needed: | extension | what it is, in Italian | the same in English.
column-contact-email = E-mail
    .note = One address only.
column-contact-web = Website
    .note = Beginning with https://.
column-town = Town
    .note = Choose from the list, which comes from the sheet Towns.
column-address = Address
    .note = Street and number.
column-lat = Latitude
    .note = Copied from a map, for example 44.7842. May be missing.
column-lon = Longitude
    .note = Copied from a map, for example 10.8856. May be missing.
column-needs = Needs
    .note = What it answers: the names of the sheet Needs. More than one: with semicolons between, the most important first.
column-summary = In short
    .note = What the person gets, in one sentence. At most 200 signs.
column-keywords = Keywords
    .note = How people ask for it, with semicolons between.
column-who = For whom
    .note = The words of the list. More than one: with semicolons between.
column-ages = Ages
    .note = For example: 3 years - 6 years; from 65 years; up to 14 years; 9 months - 3 years.
column-where-at = Where
    .note = Choose from the list.
column-where-towns = In which towns
    .note = If they come home: “all”, or the towns with semicolons between.
column-where-places = In which places
    .note = If people go there: the places as in the sheet Places, “address, town”. More than one: with semicolons between.
column-hours = Hours
    .note = As on a door: Mon-Fri 9-13 and 15-18; holidays closed. If nobody knows: by appointment.
column-price = Price
    .note = For example: €12.50 an hour; from €80 to €130 a visit; free. If it is only in words, leave it empty and write the note.
column-price-note = Note on the price
    .note = What is included, or the price in words: depends on household income.
column-first-step = The first step
    .note = What happens if you call: who answers, what they ask, what it commits you to.
column-first-step-say = Ready to say
    .note = A sentence to say on the phone.
column-documents = What to bring
    .note = One thing a line.
column-languages = Languages
    .note = Those spoken by who answers, besides Italian, with semicolons between.
column-wait = Wait
    .note = How long to the first appointment.
column-duration = Duration
    .note = Of a visit, a course, a practice.
column-eligibility = Who can have it
    .note = Besides ages, towns and companies.
column-capacity = Places available
    .note = How many there are, and what happens when they are taken.
column-payment = How to pay
    .note = How and when.
column-enrolment-first = Enrolment from
    .note = Only where one cannot always sign up.
column-enrolment-last = Enrolment until
    .note = The last day to sign up.
column-checked-on = Checked on
    .note = The day on which somebody checked that all of it is true.
column-delicate = Delicate
    .note = “yes” for debts, psychology, legal matters: nobody is asked afterwards how it went.
column-full-until = Full until
    .note = The last day without a free place. May be missing.
column-silent-since = Not answering since
    .note = Since when, as a coordinator confirmed, they hardly answer. May be missing.
column-suspended = Suspended because
    .note = Where there is a reason, people do not see the service.
column-service = Service
    .note = Whose offer it is: the name as in the sheet Services.
column-value = What is saved
    .note = For example: 15%; €20 off; €49 a visit. A gift goes into the next column.
column-value-gift = Gift
    .note = If the offer is a gift: what.
column-conditions = Conditions
    .note = When it holds, and for what.
column-companies = For which companies
    .note = “all”, or the names of the sheet Companies with semicolons between.
column-valid-first = Valid from
    .note = The first day.
column-valid-last = Valid until
    .note = The last day.
column-voucher = How the code is given
    .note = Choose from the list. Codes never stand in this workbook.
column-max-uses = How often in all
    .note = A number, if there is a limit.
column-per-person = How often each
    .note = A number, if there is a limit.
column-sector = Sector
    .note = What the company does.
column-employees = Employees
    .note = How many they are: below 25 a company has no report of its own.
column-member-first = In the network from
    .note = The first day.
column-member-last = In the network until
    .note = The last day, if there is one.
column-hamlets = Hamlets
    .note = This sheet is only to look at: towns are changed in network.yaml.
column-area = Area
    .note = This sheet is only to look at.

choice-who = for whom
    .everyone = everyone
    .adults = adults
    .parents = parents
    .children = children
    .teenagers = teenagers
    .elderly = elderly people
    .disabled = people with disabilities
    .caregivers = caregivers
    .foreigners = foreigners
choice-at = where
    .home = at home
    .place = at their place
    .online = online
    .unknown = to be asked
choice-voucher = how
    .shared = one for everybody
    .pool = from a list of codes
    .generated = made by the bot
    .none = no code

## What is said of rows

remark-where = { $sheet ->
        [none] row { $row }
       *[other] { $sheet }, row { $row }
    }{ $column ->
        [none] { "" }
       *[other] , { $column }
    }
taken = { $count ->
        [one] 1 service read
       *[other] { $count } services read
    }; { $files ->
        [0] nothing changes.
        [one] 1 file changes.
       *[other] { $files } files change.
    }
asked = To look at ({ $count }): what is not understood stays as it was, or is missing.
refused = Not taken ({ $count }):
more = … and { $count } more.
reading = Reading { $file }, this takes some seconds…
ask-write = Write the files into { $folder }? [y/N]
not-written = Nothing was written.
needs-yes = Nobody can answer here: add --yes to take what is certain. Nothing was written.
written = Written into { $folder }: { $files }.
warnings = { $count ->
        [one] There is 1 warning too: kmzero check { $folder }
       *[other] There are { $count } warnings too: kmzero check { $folder }
    }
exported = Wrote { $file }: { $services } services, { $offers } offers. There are no codes in it.
broken-folder = { $folder }: some files cannot be read. Mend them first: kmzero check { $folder }
choose-one = Say what: --xlsx FILE, or --hsds FOLDER.
choose-one-in = Say what: a spreadsheet, or --hsds with a package.

row-fault = { $fault }
row-no-name = the name is missing
row-no-organization = the organization is missing
row-error = the spreadsheet has an error here
row-formula = this is a formula without a result: open the file, save it and try again
row-hours = I do not understand these hours{ $proposal ->
        [none] .
       *[other] . Perhaps: { $proposal }
    }
row-price = I do not understand this price. Write for example €12.50 an hour, or free
row-ages = I do not understand these ages. Write for example 3-6 years, or from 65 years
row-value = I do not understand what is saved. Write for example 15%, or €20 off
row-count = a whole number belongs here
row-number = a number belongs here
row-yes = yes or no belongs here
row-day = I do not understand this day. Write for example 31/12/2027
row-name-organizations = there is no such organization
row-name-services = there is no such service
row-name-companies = there is no such company: { $name }
row-name-towns = this town is not in the network
row-name-needs = there is no such need: { $name }. The names are in the sheet of needs
row-name-places = there is no such place: { $name }. Places are written as “address, town”
row-name-who = I do not understand for whom: { $name }
row-name-at = I do not understand where. Write at home, at their place or online
row-name-voucher = I do not understand how the code is given
row-name-languages = I do not understand this language: { $name }
row-no-where = it is not clear where: the town is missing
row-no-town = the address names no town of the network
row-no-address = the address is missing: the town was written
row-phone = I do not understand this phone number
row-phone-meant = read as { $meant }
row-email = I do not understand this e-mail address
row-web = I do not understand this web address
row-several = there is more than one: { $taken } was taken
row-double = it is in row { $row } already
row-alike = it is called nearly as the service in row { $row }: perhaps they are one
row-there = it is there already, with the id { $id }: it was left as it is
row-need = it is not certain which need it answers: { $proposed }
row-column = is this the column for “{ $field }”? That is not certain: it was not taken
row-missing-hours = no column has hours: the services say “to be confirmed”
row-missing-price = no column has a price: the services say “to be asked”
row-unused = the service has no place for this: write it yourself where it belongs
row-hidden = this is a hidden row, and was read
row-struck = this row is struck out
row-too-many = from here on nothing was read: at most { $limit } rows at a time. Split the table
left-column = Column not taken: “{ $column }”
left-above = Row { $row }, above the headings, not taken: “{ $shown }”
left-sheet = Sheet not taken: “{ $sheet }”
no-table = { $file }: nothing in it looks like a table. Write above the columns what they are: Organization, Service, Town, Phone, Hours…
no-network = { $folder }: network.yaml is missing, and without its towns nobody knows where the services are. Make the network's folder first.
ask-column = { $column }, for example “{ $example }”: is this the column “{ $field }”? [y/N]
ask-which = Which column is “{ $field }”? Its letter, or Enter if there is none:
ask-need = Row { $row }, “{ $shown }”. Which need? { $likely } · Enter: none of these
column-civic = House number
row-missing-first-step = no column says what happens if people call: the services stay suspended until you write it, in first_step
row-contacts = I do not understand these contacts
column-contacts = Contacts
