# What the bot says to those who keep the catalogue. it.ftl has the same ids and variables.

## The role

welcome =
    Hello! From now on you can keep the catalogue from here.
    /status how things stand
    /catalogue find a service: confirm it, suspend it, change its price, hours or phone
    /needs what people ask for in vain
    /kit posters, strips and pictures for a company
    📎 Send me a YAML file, or the folder as a zip: I check it, tell you what changes, and you publish with a button.
    🎟 Send me an offer's codes as an .xlsx or .csv file: I tell you what I understood, and you take them in with a button.
    Of you I keep only a number and this chat, locked away.
demonstration = 🧪 This is a demonstration: organizations, prices and codes are invented. Who uses the bot is told so too.
welcome-page = 🖥 /page the same on a web page, handy at a computer
page-link =
    🖥 Your page: { $link }
    Open it where you need it: the link works once, for seven days and for one phone or computer. Give it to nobody: whoever opens it can change the catalogue.
page-none = The web pages are not switched on: what you need you do from here.
no-longer = You no longer keep the catalogue, so I have changed nothing. If that is a mistake, ask whoever runs the project for a new invite.
role-taken = From now on you do not keep the catalogue: what you had begun does not go live. If that is a mistake, ask whoever runs the project for a new invite.
role-gone = You no longer keep the catalogue either. To begin again you need a new invite.
button-another = Something else

## How things stand

status-live = 📗 Release { $number } has been live since { $since }. Services: { $services }, current offers: { $offers }.
status-failed =
    ❌ On { $at } a publish failed: { $count ->
        [one] one error, at { $place }.
       *[other] { $count } errors, the first at { $place }.
    }
status-low = 🎟 { $service }: { $free } codes of { $total } are left.
status-empty = 🎟 { $service }: the codes are used up.
status-no-codes = 🎟 { $service }: there is no code to give.
stock-low = 🎟 Codes to ask for:
ready = Text to copy: <code>{ $text }</code>
ready-codes = Hello, the discount codes for those who work in the companies of the network are running out. Could you send us more, one on each line? Thank you!
ready-refused = Hello, we are told that a discount code of the network was not accepted. Could you check, and tell those at the counter? Thank you!
status-reported =
    ⚠️ <b>{ $service }</b>: { $people ->
        [one] one person says that something is wrong
       *[other] { $people } people say that something is wrong
    } ({ $kinds }).
status-old =
    🕘 { $count ->
        [one] One service needs confirming: check it
       *[other] { $count } services need confirming: check them
    } and press “{ button-valid }”.
status-suspended =
    ⏸ { $count ->
        [one] One service is suspended: people do not see it.
       *[other] { $count } services are suspended: people do not see them.
    }
status-full =
    ⏳ { $count ->
        [one] One service is marked full: people see it after the others.
       *[other] { $count } services are marked full: people see them after the others.
    }
status-silent =
    📵 { $count ->
        [one] One service does not answer lately: people see it after the others.
       *[other] { $count } services do not answer lately: people see them after the others.
    }
status-in-vain = 🚪 In the last { $days } days { $people } people tried and got nowhere: open it and tap an answer.
status-health =
    ⚠️ { $what ->
        [disk] The server is running out of space: when it is full, the bot answers nobody.
        [clock] The server's clock is wrong: until it is right, nothing ends and nobody is reminded.
        [username] The settings name another bot: have this looked at before you pass on more links.
       *[other] Something is wrong with the bot: people may get no answer, or a late one. Nothing is lost.
    } Write to whoever runs the server: the command “kmzero doctor” is all they need.
status-fine = ✅ Nothing is waiting for you.
kind-phone = phone { $count }
kind-hours = hours { $count }
kind-address = address { $count }
kind-closed = closed { $count }
kind-price = price { $count }
kind-code = code refused { $count }
kind-mute = no answer { $count }
kind-full = full { $count }
button-status = 📗 How things stand
button-catalogue = 🔎 Find a service
button-back = ↩️ Back to release { $number }

## A service

search-ask = Which service? Type a word of its name, its organization or the need.
search-none = I find nothing for “{ $said }”. Try another word.
search-some = I found { $count }. Which one?
search-many = I found { $count }: here are the first. If it is not there, type /catalogue and a more precise word.
card-seen = This is how people see it.
card-checked = ✅ Last checked: { $date }
card-suspended = ⏸ <b>Suspended</b>, people do not see it: { $reason }
card-marked-full = ⏳ <b>Full until { $date }</b>: people read so on the card.
card-marked-silent = 📵 <b>They do not answer lately</b>: people are told.
button-valid = ✅ Still all correct
button-desk-link = 🔗 Link for the desk
desk-link =
    The link for the desk of <b>{ $organization }</b>, to pass on to the people there (or let them scan the QR below): { $link }
    It opens once, within seven days, on one telephone or computer. For another one, press the button again.
button-see = See the card
button-price = 💶 Price
button-hours = 🕘 Hours
button-phone = 📞 Phone
button-suspend = ⏸ Suspend
button-resume = ▶️ Put it back
button-full = ⏳ Full until…
button-room = 🟢 There are places again
button-silent = 📵 I confirm: they hardly answer now
button-answers = 📞 They answer now
button-write = ✉️ Write to them
button-settle = 👍 All settled
button-cancel = Leave it
button-keep = Yes, change it
button-keep-suspended = Yes, suspend it
button-keep-full_until = Yes, they are full
ask-price = How much is “{ $service }”? Now: { $now }. Type for example: 20 · 20 per month · from 15 to 25 · free · on quotation
ask-hours = When is “{ $service }” open? Now: { $now }. Type for example: Mon-Fri 9-12 and 15-18; Sat 9-12
ask-phone = What is the phone number of “{ $service }”? Now: { $now }.
ask-full_until = Until when is “{ $service }” full? Write the last day without a place, for example: 31 January · Friday · two weeks · 31/1/2027
ask-suspended = Why do you suspend “{ $service }”? A few words: only those who keep the catalogue read them.
bad-price = I did not understand the price. Type only the amount, for example 20 or 12.50; or: from 15 to 25, free, depends on ISEE, on quotation, pay what you like.
bad-hours = I did not take the hours: { $why }
bad-phone = This number cannot ring. Type it with its prefix, for example: 059 000 1234
bad-phone-meant = Perhaps you meant { $phone }. A second number, an extension and notes are written in the file, under “phones”.
bad-full_until = Write a day from today to a year from now, for example: 31 January, Friday, two weeks. If you do not know until when, tap “{ button-cancel }” and suspend the service.
bad-suspended = Type the reason on one line, at most 200 letters.
confirm-price = “{ $service }”, price: from { $before } to <b>{ $after }</b>. All right?
confirm-hours = “{ $service }”, hours: from { $before } to <b>{ $after }</b>. All right?
confirm-phone = “{ $service }”, phone: from { $before } to <b>{ $after }</b>. All right?
confirm-full_until = “{ $service }” full <b>until { $after }</b>. People read so on the card and see the others first; the day after it is as before. All right?
confirm-suspended = I suspend “{ $service }”: <b>{ $after }</b>. People do not see it until you put it back. Codes already taken stay. All right?
phone-of-all = It is the number of { $organization }: it changes for all of its { $count } services.
same = It is so already: { $value }.
silent-already = It is so already: people are told that “{ $service }” does not answer lately.
settled = All right: there are no more reports of people who tried “{ $service }”. If others come, I tell you.
write = Write to { $organization }: { $to }
told-code = the discount code was not accepted
told-mute = nobody answers
told-full = there is no place
ready-in-vain = Hello, some people of the network who looked for “{ $service }” tell us: { $what }. Could you tell us how things are, and when to try again? Thank you!
none-full_until = free places
none-suspended = online
stale = That button no longer holds: something has changed meanwhile.

## Organizations

valid-lead = 🗓 Time to ask whether everything is still right. Whoever has the link to their page reads it there; please write to the others:
valid-line = • <b>{ $organization }</b>: { $services } { $to }
valid-again = { $service } (asked { $count } times)
ready-valid = Hello, people who work in the companies of the network read how your services work. Are price, opening hours, phone and free places still right? Just answer “all right”, or tell us what has changed. Thank you!
status-unconfirmed =
    🗓 { $count ->
        [one] One service is not confirmed: the organization left three questions unanswered, and the card says so.
       *[other] { $count } services are not confirmed: the organizations left three questions unanswered, and the cards say so.
    }
status-proposals =
    🏠 { $count ->
        [one] One proposal of an organization waits
       *[other] { $count } proposals of organizations wait
    } for an answer.
card-asked =
    🗓 { $count ->
        [one] Asked once whether it is still right, on { $date }: no answer.
       *[other] Asked { $count } times whether it is still right, last on { $date }: no answer.
    }
card-unconfirmed = 🗓 <b>Not confirmed</b>: on the card people read to ask first.
button-proposals = 🏠 See the proposals
button-accept = Publish
button-refuse = Drop
field-price = price
field-hours = opening hours
field-phone = phone
field-full_until = full until
field-suspended = suspension
field-checked_on = all confirmed
proposed = 🏠 <b>{ $organization }</b> proposes for “{ $service }”, { $field }: now { $before }, then <b>{ $after }</b>.
confirm-at-door = “{ $service }”, { $field }: now { $before }, then <b>{ $after }</b>.
proposed-gone = 🏠 A proposal is about a service that is gone ({ $service }).
changed-itself = 🏠 <b>{ $organization }</b> has changed “{ $service }”, { $field }: before { $before }, now <b>{ $after }</b>.
refused-proposal = Fine, nothing has changed. The organization reads so on its page.
no-proposals = No proposal waits.

## Files

looking = I am looking at { $name }, it takes a few seconds.
not-ours-text = I do not read .txt files. If it is an organization, change the end of its name to .yaml and send it again.
not-ours-document = I do not read Word documents, PDFs and the like. Copy the text into a plain text file (Notepad, TextEdit), give it a name that ends in .yaml, and send me that one.
not-ours-archive = I cannot open this archive. Compress the folder as a .zip and send it again.
not-ours = I cannot read this file. Send me a .yaml file, the folder as a .zip, or codes as an .xlsx or .csv file.
codes-which = Which offer are the codes of { $name } for?
codes-which-text = If it is an organization, change the end of its name to .yaml and send it again.
codes-loading = Taking them in, it takes some seconds.
button-table = 📋 It is a table of services
button-codes-yes = Take the codes in
button-codes-rest = Take in only the good codes ({ $count })
button-codes-column = Column { $column }
button-codes-undo = ↩️ Undo import { $number }
too-big = The file is larger than { $limit } MB. Send me only the files that you changed, one at a time.
not-fetched = I could not download the file. Send it again.
bad-archive = The zip is no good: { $why }
no-sources = The live release is from before I kept files. Ask whoever runs the project to publish the folder once, then all of it works from here.
nothing-taken = Of { $name } there is nothing to publish:
nothing-new = { $name } is just as it is live: there is nothing to publish.
refused =
    ❌ { $count ->
        [one] There is an error, so nothing is published. People still see the release before.
       *[other] There are { $count } errors, so nothing is published. People still see the release before.
    }
some-files =
    📎 The zip is not the whole folder (network.yaml or companies.yaml is missing): { $count ->
        [one] I put in the one file that is there, and the others stay as they are.
       *[other] I put in the { $count } files that are there, and the others stay as they are.
    }
offered = ✅ No errors. This is what changes:
warned =
    { $count ->
        [one] One thing to mend soon:
       *[other] { $count } things to mend soon:
    }
and-more =
    { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }
problems-file = problems.txt
button-publish = Publish
button-publish-anyway = Yes, publish all the same
sure = ⚠️ Something in this release is unusual: read the lines with ⚠️ above once more. Do I publish it all the same?
button-drop = Drop it
publishing = Publishing, it takes a few seconds.
dropped = All right, I have changed nothing.
no-draft = That file is gone: you have published it already, or a day has passed. Send it again if you need to.
overtaken = Meanwhile somebody else has published. So as not to undo their work I have changed nothing: send me the file again.
not-editable = I cannot change this entry from here. Send me the organization's file.
job-died = The server ended the work, usually because it is short of memory. I have changed nothing. Try again in a few minutes; if it happens again, tell whoever runs the server.
job-failed = Something broke on my side and I have changed nothing. Try again in a minute.
live = ✅ Release { $number } is live.
ask-back = This is what changes if you go back to release { $number }:
button-return = Yes, back to { $number }
went-back = ↩️ Release { $number } is live again.
already-back = Release { $number } is the live one already.
too-old = Release { $number } is of an older program and has to be taken back from the terminal: ask whoever runs the project.

## A company's kit

kit-ask = For which company?
kit-no-name = The kit cannot be made yet: I do not know the bot's name on Telegram, and its links must lead there. Write to whoever runs the server: they start “kmzero run” once, then ask for the kit again.
kit-drawing = I am drawing the kit of { $company }: every sheet has a link of its own, the older ones stay good.

## A company that wants to leave

company-leave = 🏢 <b>{ $company }</b> asks to leave the programme, on its own page. Nothing has changed yet: call them, and agree on the last day. Then in <code>companies.yaml</code>, at <code>{ $id }</code>, write that day at the end of <code>member</code> (as <code>2025-01-01/2026-12-31</code>) and send me the file. From the day after its discounts stop, codes that people have stay good, and who works there reads so here. Until then it may change its mind.
company-stay = 🏢 <b>{ $company }</b> has changed its mind: it does not ask to leave the programme any more.
status-leaving = 🏢 <b>{ $company }</b> asked to leave the programme on { $date }: agree on the last day and write it into <code>companies.yaml</code>.

## What is missing

needs-lead = Asked in vain in the last { $weeks } weeks. People, rounded to 5, never fewer than ten:
needs-none = In the last { $weeks } weeks nothing was asked in vain by at least ten people. Smaller numbers are not shown, and months count when they are over.
needs-line = • <b>{ $need }</b>, { $town }, { $when }: { $people }
