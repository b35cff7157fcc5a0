# What the bot answers after the card: questions, doubts, calls. The same ids are in talk.it.ftl.

## The card

card-ages = 👤 { $ages }
short-home = at home
short-online = online
short-unknown = place to be asked
back-to-card = Back to the card
desk-button = Talk to a person
nobody-of-age = For this age there is nothing quite right in the network. The closest:

## Questions about the card

about-unknown = The card does not say. Ask like this: “{ $question }”
about-not-free = No, it is not free.
about-free = Yes, it is free.
about-sum = { $total } in all: { $count } × { $price }.
about-payment = How to pay: { $text }
about-discount = The discount: { $offer }. { $how }
about-with-code = Tap “{ take }”, then say the code on the phone or show it.
about-with-badge = Just show your company badge.
about-discount-until = You can take it until { $date }.
about-discount-from = The discount starts on { $date }. The service is there already, at full price.
about-discount-finished = There is a discount ({ $offer }), but there are no codes now. Tap “{ restock-button }”: if some arrive, I will write.
about-discount-none = Your company has no discount for this service today. The service is there, at full price.
about-discount-guest = The discount is for those who open their company's link. The service is for all, at full price.
about-once = One code a person.
about-times = { $count } codes a person.
about-often = You can use it more than once.
about-hours = 🕘 { $hours }
about-open-yes = Yes, it is open { $when }.
about-open-no = No, it is closed { $when }.
about-open-unsure = It may not be open { $when }: ask first.
about-next = It opens { $moment }.
about-at = after { $time }
moment = { $day } at { $time }
day-mon = on Mondays
day-tue = on Tuesdays
day-wed = on Wednesdays
day-thu = on Thursdays
day-fri = on Fridays
day-sat = on Saturdays
day-sun = on Sundays
day-weekend = at the weekend
day-now = now
day-today = today
day-tomorrow = tomorrow
day-part-morning = morning
day-part-afternoon = afternoon
day-part-evening = evening
day-part-night = night
part-morning = in the morning
part-afternoon = in the afternoon
part-evening = in the evening
part-night = at night
month-1 = in January
month-2 = in February
month-3 = in March
month-4 = in April
month-5 = in May
month-6 = in June
month-7 = in July
month-8 = in August
month-9 = in September
month-10 = in October
month-11 = in November
month-12 = in December
about-way-unknown = The card does not say how to get there by bus, or where to park.
about-far-online = It is done online: anywhere is fine.
about-elsewhere = { $town } is outside the network. It is about { $km } km from there.
about-elsewhere-home = { $town } is outside the network: they only come to homes in its towns.
about-here = Yes, it is in { $town }.
about-far = It is about { $km } km from { $town }.
about-first-step = To begin: { $text }
about-document-yes = Yes, { $document } is needed.
about-document-no = The card does not list { $document } among what to bring.
document-isee = the ISEE
document-impegnativa = a doctor's referral
document-ricetta = a prescription
document-spid = SPID
document-cie = the electronic identity card
document-busta-paga = a payslip
document-tessera-sanitaria = the health card
document-documento = an identity document
document-permesso = the residence permit
document-codice-fiscale = the tax code
document-fasting = an empty stomach
about-ages = Ages: { $ages }.
about-age-yes = Yes, that age is fine: { $ages }.
about-age-no = No, not for that age: it is { $ages }.
about-town-outside = { $town } is outside the network: ask if they take you all the same.
about-town-yes = Yes, it covers { $town } too.
about-town-no = No, they do not come to { $town }.
about-discount-who = The discount is for those who work in the companies of the network. For others at home, ask on the phone.
about-language-it = Yes, they speak Italian.
about-languages = Besides Italian: { $languages }.
about-language-yes = Yes, they speak { $language }.
about-language-no = { $language } is not on the card.
tongue-lis = Italian sign language
about-duration = How long it takes: { $text }
about-wait = The first time: { $text }
about-enrolment-open = You can sign up now.
about-eligibility = For whom: { $text }
about-capacity = Places: { $text }
about-full-list = Ask for a waiting list, or see who else does it.
about-room-call = Whether there is room today, only a call can tell.
question-price = How much is it in all, and how do I pay?
question-discount = Is there a discount for those who work in the network?
question-documents = What do I have to bring?
question-documents-named = Do I also need { $name }?
question-hours = When can I come?
question-place = How do I get there?
question-what = Could you explain how it works?
question-who = Can somebody like me come?
question-languages = Is there anybody who speaks my language?
question-languages-named = Is there anybody who speaks { $name }?
question-time = How long does it take, and when is the first free slot?
question-availability = Is there room? Is there a waiting list?

## Something else than this card

want-free-already = This one is free already: it cannot cost less.
want-cheaper = This one costs less:
want-cheaper-none = There is nothing cheaper for the same need in the network. Ask if they have a price by ISEE.
want-elsewhere = { $town } is outside the network. The nearest is “{ $service }”, about { $km } km away.
want-here = This one is in { $town } already.
want-in-town = In { $town } there is this one:
nobody-else-in-town = Nobody does it in { $town } for now. This one is still the nearest.
want-when = This one is good { $when }:
want-when-none = I found nothing else { $when } in the network.
want-who = Then better like this:
want-how-yes = Yes, it is already so: { $how }.
want-how = Like that ({ $how }) there is this one:
want-how-none = Like that ({ $how }) there is nothing for the same need in the network. Ask if it can be done.

## After the call

after-no-answer = I am sorry. They answer { $hours }.
after-silent = I am sorry, we know: they do not answer lately. Their hours would be { $hours }.
after-mail = ✉️ Or write to { $email }
after-full = I am sorry. Ask for the waiting list and have yourself put on it. Meanwhile see who else does it.
after-refused = I am sorry, that should not happen. I pass it on to those who keep the network, without your name.
after-refused-code = The code is right: <code>{ $code }</code>, good until { $date }.
after-refused-code-open = The code is right: <code>{ $code }</code>.
after-refused-badge = There is no code here: the discount comes with your company badge.
after-refused-say = If you are still there, say: “It is the network's discount, call { $phone }” ({ $hours }).
after-refused-expired = I am sorry. Your code was good until { $date }: that is why they no longer take it.
after-refused-none = I am sorry. I find no code of yours for “{ $service }”: if there is a discount, you get the code with one tap.
after-refused-which = Which code do you mean?
after-helped = I am really glad 😊 If you need anything else, I am here.
after-later = All right, no hurry. Shall I remind you?
after-later-at = All right. They answer from { $moment }: shall I write to you then?
ring-button = Write to me when they open
ring-promise = All right: I will write { $moment }, without saying what it is about.
ring-now = As promised: they are answering now. It is a good moment for that call.
ring-never = For the next month I find no day on which they are open. Ask a person:
ring-guest = I can write first only to those who come by their company's link: of guests I keep nothing, not even the chat.
ring-guest-when = Make a note: they answer { $moment }.
w-mute-button = Report that nobody answers
w-full-button = Report that it is full
shy = Many people feel like that, and it is fine. I cannot call for you, but you can write.
shy-message = The message, ready: “{ $text }”

## Trust

trust-employer =
    No, nobody at work finds out. Your company only passed on the link: it does not see who writes, or what.
    Every three months it gets rounded numbers: about needs never with fewer than ten people.
trust-data =
    The words you write are used to answer you, then they are gone: nobody reads them.
    I keep a code instead of your name, and the discounts you take. See it all with /mydata, erase it with /forgetme.
trust-who =
    I am a program, not a person. { $controller } runs me: it is free, and takes no commission from you.
    If you prefer a person, the desk answers on { $phone } ({ $hours }).

## A few words

yes-card = Would you like the discount or the contact?
yes-code = Good. Now one call is enough.
yes-open = Go ahead: what do you need?
no-card = All right. The card stays here, if you think again.
no-open = All right. If you need anything, write to me.
puzzled-card = In short: if “{ $service }” suits you, tap the contact and call. The code makes you pay less.
puzzled = No problem. Tell me who it is for and what happened. For example: “{ $example }”
complaint = I am sorry, I did not help you well. Tell me in other words, or talk to a person:
unsure-card = I did not quite get that. We are on “{ $service }”: here is what you can do.
unsure = I did not quite get that. Choose from here, or talk to a person:
no-card-discount = The discount is on the card of each service. Tell me what you need and I will give it to you. Those you have are below.
no-card-after = I am sorry. Which service is it? Write what you were looking for, or see your discounts.
no-card-shy = Many people feel like that. Here you can write: nobody at work sees it. A few words are enough:
no-card-price = I am free. The price of each service is on its card. Tell me what you need:
greeting-card = Hello! 😊 I am here, and so is the card.
no-card-ask = Which service do you mean? Tell me what you need, and I will show you the card:
danger-then = And for the rest of what you wrote:

## A plan, where a card is too little

plan-step = <b>{ $when }</b>: { $text }
place-going = How to go: { $text }
place-phone = 📞 { $phone }
place-phone-invented = 📞 { $phone } (made-up number)
place-address = 📍 { $address }
feeling-sorrow = I am sorry, this is a heavy time. It is good that you wrote.
feeling-shame = There is nothing to be ashamed of: it happens to many.
feeling-fear = Being afraid is normal. One step at a time.
plan-missing = For the rest, { $here }, there is nobody yet: the desk ({ $phone }) knows where to send you.
back-to-plan = Back to the plan
plan-begin = One thing at a time. Start here: “{ $label }”.
plan-which = Which step do you mean? Tap it, and I will tell you what I know.
plan-shy = It happens to many. Nobody at work sees what you write here. You can start with just one step:
