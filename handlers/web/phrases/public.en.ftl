### The pages of everybody: the services, the page of one, where an invite lands, the conversation to try.

open-telegram = Open in Telegram
all-services = All services
call = Call { $phone }
call-desk = Call the desk

home-title = Services near you
home-lead = Services nearby, with the first step to take.
home-search = What do you need?
home-find = Search
home-private = Write it as you would tell a colleague, or write the name of a service. Your words are not saved.
home-found = What I found
home-areas = All services
home-ask = Would you rather be guided?
home-try = Try the conversation

service-step = The first step
service-say = You can say:
service-company = Do you work at a company of the network?
service-discount = There is a discount for people who work at the companies of the network: you take it on Telegram, by the link that your company gave you. If you have none, ask the personnel office.
service-no-discount = Ask your company whether it is part of the network: on Telegram, by its link, you find the discounts that there are.
no-service = This service is not here now
no-service-do = It is no longer part of the network, or it has stopped for a while. Look for something similar among all services, or ask the desk.
service-alike = Similar services
fact-who = Who it is for
fact-where = Where
fact-hours = When
fact-price = What it costs
fact-documents = What to prepare
fact-time = How long it takes
fact-room = Places
fact-languages = Languages, besides Italian
fact-contact = Contact

try-title = Try the conversation
preview-about = It is the same bot as on Telegram, as a guest sees it: it keeps nothing and gives no codes. What you write is only for answering you.
preview-text = Write here
preview-send = Send
preview-page = The page of { $name }
preview-erased = I have taken everything off this page. The one before may stay in your browser’s history: delete it there too.

landing-title = A link for people who work at { $company }
landing-what = Write what you need, as you would tell a colleague: you find the service nearby and the first step to take.
landing-what-discount = Write what you need, as you would tell a colleague: you find the service nearby, the first step to take, and the discount for people who work at { $company }.
landing-network = It is a service of the network { $network }: { $company } is part of it and only passes you the link. { $controller } is responsible for the data.
landing-trust = { $company } sees nothing of what you write: your words are not saved, and you delete everything whenever you like.
landing-start = The bot opens: tap “Start” there.
landing-no-name = The button for Telegram is not here yet: the network is preparing it. Meanwhile try it below, or call the desk.
landing-preview = Try it here first
not-in-title = This link does not open
no-telegram = Don’t you have Telegram?
no-telegram-do = It is a free app for messages. Look for it in your phone’s app store, then come back here and tap “Open in Telegram”. You can also get it from:
a-person = Would you rather talk to a person?
