# What the bot says in English. Short sentences, plain words.
# it.ftl has the same ids and variables: a test holds this.

## Coming in, and consent

welcome =
    Hello! I help you find services nearby, with a discount for people who work at { $company }. If you do not, do look around without discounts.
    🔒 { $company } sees nothing of what you write. Your words are not saved.
    🗂 { $controller } is responsible for the little data we need. Delete it any time with /forgetme. Now and then I may ask you how it went: turn the questions off in /privacy.
welcome-guest =
    Hello! I help you find local services for { $topics }.
    🔒 Your words are not saved.
    🎟 To get the discounts too, open the link your company gave you.
topics-welcome = family, home, health and work
demonstration = 🧪 This is a demonstration: organizations, prices and codes are invented.
consent-yes = All right, let's start
consent-no = Browse without discounts
consent-read = Read everything
notice =
    <b>What we keep</b>
    A code in place of your name, your company, your language, the day of your yes, the discounts you take (until 90 days after they end). Encrypted: the cards you put aside, the reminders you ask for, the questions that I will ask or have asked you, and for 24 hours how far we got. For the quarter's totals and for the final evaluation, marks that count you once; likewise, for 400 days, for needs that nobody could meet. If you report a mistake in a card, the report without your name, for 90 days at most. Of guests, only that and whether they stopped the bot. In a file apart, encrypted, for 90 days: the codes taken and who withdrew consent or asked to be deleted, so that a backup changes nothing.

    <b>What I ask you</b>
    Some days after a discount or a contact I may ask you how it went, and now and then what held you back: at most once a week. The answer becomes a number for the final evaluation. Turn the questions off in /privacy.

    <b>What we do not keep</b>
    Your name, your number, the words you write: I need them to answer you, then they are gone. While they wait for the answer they are encrypted.

    <b>Who sees what</b>
    Your company sees nothing about you: at most rounded totals, and about needs never for fewer than ten people. Whoever runs a service sees only the code you show. Who holds both the archive and the key could find you: so the key is kept elsewhere. Messages pass through Telegram, which has its own rules.

    <b>What you can do</b>
    /mydata sends you everything we keep. /privacy has the button to take back your consent: I delete everything but the codes in your hands, and you stay as a guest. /forgetme deletes those too: only the count of the discounts you took stays, without you, and for 90 days, encrypted and apart, who you were: so no backup brings you back. If you think that something is wrong, you can turn to the Italian data protection authority (Garante).

    <b>Who is responsible</b>
    { $controller }, { $email }.
consent-thanks = Thank you. Tell me what you need, the way you would tell a colleague. Or choose:
consent-refused = All right: look around, I keep nothing. If you change your mind, open your company's link again. What do you need?
consent-again = The text about privacy has changed, so I am asking you again.
consent-moving = You are here with { $old } now. If you say yes you move to { $company }, with its discounts. The codes that you have already taken stay good, and the other link brings you back.
consent-stay = All right, everything stays as it is: you are here with { $company }. What do you need?
consent-withdraw = Take back my consent
consent-withdrawn = Done: I deleted your membership, with reminders, cards put aside and counts. You look around as a guest from now on. To come back, open your company's link again.
company-left = { $company } is no longer part of the network, so its discounts have ended. You can look for services all the same. If your company gives you another link, open it.
codes-stay = 🎟 The codes you have already taken are good until they expire: /codes shows them.
invite-unknown = I do not know this link: perhaps it was copied wrongly. Open it again from your company's poster or message. Meanwhile you can look at the services:
invite-cut = Only part of this link arrived. Tap it instead of copying it, or scan the QR code. Meanwhile you can look at the services:
invite-elsewhere = This link is from another network and opens no discounts here. You need your company's link for this network: ask the personnel office. Meanwhile you can look at the services:
invite-revoked = This link was withdrawn. Ask whoever gave it to you for the new one. Meanwhile you can look at the services:
invite-ended = This link has expired. Ask whoever gave it to you for a new one. Meanwhile you can look at the services:
invite-full = Everybody this link was made for has used it. Ask whoever gave it to you for another one. Meanwhile you can look at the services:
invite-left = { $company } is not part of the network today, so its link opens no discounts. If you work somewhere else now, open that company's link. Meanwhile you can look at the services:
invite-moved = Welcome back! This link is from { $company }. Tell me what you need, or choose:
preview-elsewhere = This is only a try and I keep nothing here, so I cannot do that. It is done on Telegram, through your company's link.

## Questions

ask-open = Tell me what you need, the way you would tell a colleague. Or choose:
ask-open-words = Tell me in your own words, one line is enough: I understand words better than buttons.
ask-again = What do you need? Write it, or choose:
ask-area = What is it about?
ask-need = What would help you most?
ask-heard = I follow you. What would help you most? Or add a few words, for example who it is for and what happened.
ask-other = Perhaps one of these, then?
example = For example: “{ $example }”
example-plain = my dad fell and he is alone during the day
none-of-these = None of these
none-write = Something else, I'll write it
another-need = Another need
back = ← Back
restart = Start again
what-can-i-ask = What can I ask you?

## Results

show-one = The closest to what you need:
show-some = It could be one of these:
show-more = There is also:
show-two = Two things: <b>{ $first }</b> and <b>{ $second }</b>. Let's start with the first.
show-next = And now: <b>{ $need }</b>.
next-need = And now: { $need }
more = More ideas ({ $count })
more-plain = More ideas
not-this = Not this
no-more = That is all there is in the network. Tell me a bit more about what you need, or call a person:
nobody = { $needs }: for this, { $here }, there is nobody yet.
nobody-perhaps = If you are looking for { $needs }: for this, { $here }, there is nobody yet.
nobody-too = If you are looking for { $needs } too: for this, { $here }, there is nobody yet.
nobody-places = Outside the network you can ask: { $places }.
nobody-near = If it helps, what comes closest is below.
nobody-desk = Or ask a person, who knows where to send you:
here-in = here in { $town }
here-around = here in and around { $town }
show-other = For <b>{ $need }</b> there is this:
nobody-in-town = Nobody does this in { $town } today. The nearest:
desk = <b>{ $name }</b>: { $phone } ({ $hours }), { $address }.

## Card

card-first-step = 📞 { $text }
card-say = 💬 “{ $text }”
card-documents = 📄 Have ready: { $documents }.
card-hours = 🕘 { $hours }
card-open-now = 🕘 { $hours } · open now
card-full = ⏳ full until { $date }
card-silent = 📵 they do not answer lately
card-unconfirmed = 🗓 not confirmed since { $month }: ask first
card-never-confirmed = 🗓 not confirmed yet: ask first
card-enrolment-from = 📝 sign up from { $date }
card-enrolment-until = 📝 sign up until { $date }
card-enrolment-over = 📝 sign-up closed: ask about the next
card-at-home = 📍 at your home, in the whole network
card-at-home-in = 📍 at your home, in { $towns }
card-online = 📍 online, from wherever you like
card-place-unknown = 📍 where: ask them
card-places = { $address } (also in { $towns })
card-place = 📍 { $places }
card-place-away = 📍 { $places } · { $km } km from { $town }
card-price = 💶 { $price }
card-price-offer = 💶 { $offer } instead of { $price }
card-price-off = 💶 { $price } · for you { $offer }
card-price-gift = 💶 { $price } · for you: { $offer }
card-price-soon = 💶 { $price } · a discount for you from { $date }
card-price-finished = 💶 { $price } · no discount codes now
card-conditions = 🎟 { $conditions }
card-invited = 🎟 Discount with your company's link.
why-concepts = Why: { $concepts }.
why-near = Why: it is the closest thing there is.
take = 🎟 My discount
take-badge = 🎟 How to get the discount
take-offer = 🎟 { $offer }
contact = 📞 Contact
contact-phone = 📞 { $phone }
contact-note = Here is how to reach <b>{ $name }</b>. { $text }

## For whom, where, when

chip-who = 👤 For whom?
chip-town = 📍 Where?
chip-when = 🕘 When?
chip-how = 🏠 How?
chip-price = 💶 Free?
chip-ask-how = How would you like it?
chip-ask-price = Only what is free?
price-free = free
how-home = they come home
how-place = I go there
how-online = online
chip-known = { $sign } { $value }
chip-ask-who = Who is it for?
chip-ask-town = Which town suits you?
chip-ask-when = When would it suit you?
chip-any = It does not matter
who-everyone = for everyone
who-adults = adult
who-parents = parent
who-children = children
who-teenagers = teenagers
who-elderly = older person
who-disabled = someone with a disability
who-caregivers = a carer
who-foreigners = someone from abroad
when-morning = in the morning
when-afternoon = in the afternoon
when-evening = in the evening
when-saturday = on Saturdays

## Hours

age-years = { $count ->
        [1] 1 year
       *[other] { $count } years
    }
age-months = { $count ->
        [1] 1 month
       *[other] { $count } months
    }
ages-from-years = aged { $first } and over
ages-from-months = { $first ->
        [1] from 1 month
       *[other] from { $first } months
    }
ages-to-years = { $last ->
        [1] up to 1 year
       *[other] up to { $last } years
    }
ages-to-months = { $last ->
        [1] up to 1 month
       *[other] up to { $last } months
    }
ages-at-years = aged { $first }
ages-at-months = { $first ->
        [1] aged 1 month
       *[other] aged { $first } months
    }
ages-years-years = aged { $first } to { $last }
ages-months-months = from { $first } to { $last } months
ages-months-years = { $first ->
        [1] from 1 month
       *[other] from { $first } months
    } to { $last ->
        [1] 1 year
       *[other] { $last } years
    }
ages-years-months = { $first ->
        [1] from 1 year
       *[other] from { $first } years
    } to { $last } months

## Discount

voucher-code =
    Your code for <b>{ $service }</b>: <code>{ $code }</code>
    Say it on the phone, or show it.
voucher-badge =
    <b>{ $service }</b> needs no code: show your company badge.
voucher-badge-scanned =
    <b>{ $service }</b> needs no code: at the desk, tap “{ badge-button }”, or show your company badge.
badge-button = 🎫 Show the badge
badge-of = 🎫 Badge: { $service }
badge-again = 🔄 A new badge
badge-shown =
    The badge for <b>{ $service }</b>: let the desk scan it. Your name is not in it.
    It works once, until { $time }.
qr-button = 🔳 Show as QR
qr-of = 🔳 QR: { $service }
qr-shown = Your code for <b>{ $service }</b>, for the desk to scan: <code>{ $code }</code>
voucher-until = Good until { $date }.
voucher-call = Call { $phone } and say: “{ $say }”
again-button = 🎟 Another code
again-button-left = 🎟 Another code ({ $count })
remind-button = Remind me before it expires
remind-promise = All right: I will write on { $date }, without saying what it is about.
remind-now = As promised: one of your discounts is still good until { $date }.
starts-button = 🔔 Tell me when it starts
starts-already = The discount is already there: you can take it now.
starts-now = As promised: the discount you were waiting for has begun.
restock-button = Tell me if some arrive
restock-promise = All right: if codes arrive in the next three months, I will write.
restock-now = As promised: there are codes for the discount you were looking for. There may not be enough for everybody.
refused-not-yet = This discount starts on { $date }. The service is already there, at full price.
refused-expired = This discount ended on { $date }.
refused-not-yours = This discount is for other companies in the network, not for yours.
refused-used-up = There are no codes for this discount right now.
refused-taken = You have already taken this discount as many times as it allows.
refused-no-member = The discounts are for people who work at the network's companies. Open your company's link and tap “{ consent-yes }”.
refused-gone = This discount is no longer available.
refused-gone-kept = This discount is no longer available, but the code that you took is still good: it is in “{ codes }”.
refused-next = Meanwhile, there is still a discount here:
refused-desk = If you would rather talk to a person: { $name }, { $phone } ({ $hours }).
codes-none-card = You have not taken any discounts yet. That of “{ $service }” is here:
codes-none = You have not taken any discounts yet. When you take one, you will find it here.
codes-list = Your discounts:
codes-line = 🎟 <b>{ $service }</b>: <code>{ $code }</code> · until { $date }
codes-line-open = 🎟 <b>{ $service }</b>: <code>{ $code }</code>
codes-line-badge = 🎟 <b>{ $service }</b>: show your badge · until { $date }
codes-line-badge-open = 🎟 <b>{ $service }</b>: show your badge
codes-off-the-list = It is not on the list now, but your discount is still good: call { $phone }.
codes-off-the-list-desk = It is not on the list now, but your discount is still good: to use it, ask the desk, { $phone }.
codes-line-expired = <i>{ $service }: ended on { $date }</i>
codes = My discounts

## Cards put aside

save-button = 📌 Put it aside
share-button = 📤 Send it to somebody
share-chat = 📤 Choose whom to send it to
share-lead = Here is the card to send: without a code, and with nothing about you. Forward it, or press the button.
unsave-button = Take it off the list
saved-list = The cards that you put aside:
saved-line = 📌 <b>{ $service }</b> · { $phone }
saved-line-plain = 📌 <b>{ $service }</b>
saved = 📌 Done: you will find “{ $service }” in “{ codes }”, or write /codes.
saved-already = 📌 “{ $service }” is already among the cards that you put aside.
saved-guest = To put a card aside, come by your company's link: of guests I keep nothing. Make a note of this:
unsaved = Done: “{ $service }” is no longer among the cards put aside.

## Something is wrong

wrong = ⚠️ Something wrong?
wrong-ask = What is wrong with “{ $service }”?
wrong-phone = The phone number
wrong-hours = The opening hours
wrong-address = The address
wrong-closed = It is closed for good
wrong-price = The price
wrong-code = They did not take the code
wrong-mute = Nobody answers
wrong-known = Thank you, we know already:
wrong-thanks = Thank you. I pass it on to those who keep the catalogue, without saying who you are. When three people say so, they check at once.

## Rights

privacy-button = Privacy
mydata-button = My data
mydata = Here is everything we keep about you, in a file that can be read. To delete it there is /forgetme.
mydata-none = We keep nothing about you: you are looking around as a guest. How far we got stays in memory, for 24 hours.
mydata-file = my-data
report-button = 📊 What your company has seen
report-lead = This is the last report that your company received ({ $quarter }). Only large numbers, never of one person.
report-lead-group = This is the last report that your company received, together with other small companies ({ $quarter }). Only large numbers, never of one person.
report-page = And here is the whole page, the same that they have.
report-none = Your company has not received a report yet. When it does, you will find the same one here.
forget-ask =
    I will delete everything I know about you: your company, the discounts you took, the cards you put aside, this conversation. If you still need a code, copy it first.

    The count of how many you took stays, without your name, and for 90 days, encrypted and apart, who you were: so no backup brings you back. Shall I?
forget-yes = Yes, delete everything
forget-no = No, leave it
forget-done = Done, everything is deleted. To come back, open your company's link again.
forget-nothing = I have nothing of yours to delete.
forget-kept = All right, everything stays as it is.
forget-button = Forget me
language-ask = Which language do you prefer?
language-done = All right, English from now on.
language-button = Lingua / Language
help =
    Tell me what you need, the way you would tell a colleague: I find the service, tell you what happens when you call, and give you the discount.
    I can help with: { $areas }.
    { example }
help-commands =
    /codes your discounts
    /privacy what we keep and what we do not
    /mydata everything we keep about you
    /forgetme delete everything
    /language Italian or English
    /help this page

## What else people send

outside = I cannot help you with that. I can find help for { $topics }.
topics-outside = children, parents, health, home, school, work and paperwork
outside-perhaps = I am not sure that I understood. Is it perhaps one of these? If not, tell me in other words.
greeting = Hello! What do you need?
thanks = 😊 I am here whenever you like.
empty = I found no words in your message. Tell me in a few words what you need, or choose:
shared-voice = I cannot listen to voice messages yet: could you write it in a few words?
shared-photo = I cannot look at pictures: could you write it in a few words?
shared-sticker = 😊 And now tell me: what do you need?
shared-file = I do not open files: could you write it in a few words?
shared-location = You are near { $town }: I start from there. What do you need?
shared-location-far = The network is far from there: it works around { $town }. What do you need?
shared-edited = What do you need? Write it, or choose:
shared-contact = I do not keep contacts. Tell me what you need.
shared-other = I cannot read this: could you write it in a few words?
stale = That choice is no longer there. Let's start again from here:
danger =
    If you are in danger now, call.
    { $numbers }
    What you wrote is neither saved nor counted.
danger-line = ☎️ <b>{ $phone }</b> { $what }
danger-after = I am here for the rest too, whenever you like.
danger-erase = Delete these messages
erase-by-hand =
    I cannot delete these messages any more: Telegram lets me do it only for 48 hours. You can:
    1. Hold your message and choose <b>Delete</b>. Then do the same with mine.
    2. If it asks, tick “also for the bot”.
    To remove everything at once: in the list of chats hold this one and choose “Clear history” or “Delete chat”.
erased = Here I am. Tell me what you need, whenever you like.
failure = Something went wrong on my side. Try again in a minute, or write /start.
full = I cannot take note of anything right now: I have run out of room. What you wrote is not lost, I will answer as soon as I can.

## In the terminal

terminal-hello = Write a sentence, or the number of a choice. To leave: Ctrl-D.
terminal-bye = Bye!
