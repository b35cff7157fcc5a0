### The pages by which an organization keeps its services true.

valid-title = Is everything still right?
valid-lead =
    { $count ->
        [one] One service is to be confirmed. People read it like this:
       *[other] { $count } services are to be confirmed. People read them like this:
    }
valid-nothing = There is nothing to confirm: thank you. If something changes, you can say so here at any time.
valid-rest = The other services
valid-right = All right
valid-all-right = All right for all of them ({ $count })
valid-change = Change something: { $service }
valid-desk = Go to the desk
valid-back = Back to your services
valid-last = Confirmed on { $date }.
valid-never = Not confirmed yet.
valid-unconfirmed = People read “not confirmed: ask first” until you answer us.
valid-is-suspended = Suspended: people do not see it.
valid-is-full = Full until { $date }.
valid-otherwise = Is something different?
valid-now = Now: { $value }
valid-now-phone = There is no number now.
valid-now-price = There is none now.
valid-now-hours = There are none now.
valid-now-full_until = There are places now.
valid-now-suspended = People see it now.
valid-price = Price
valid-hours = Opening hours
valid-phone = Phone
valid-full_until = We are full until…
valid-suspended = We pause the service because…
valid-how-price = For example: 20 · 20 al mese · da 15 a 25 · gratis · secondo ISEE
valid-how-hours = For example: mon-fri 9-12 and 15-18; sat 9-12
valid-how-phone = With its prefix, for example: 059 000 1234
valid-how-full_until = The last day without a place, for example: 31 January · Friday · two weeks
valid-how-suspended = In a few words: only those who coordinate the network read it.
valid-button-price = Change the price
valid-button-hours = Change the hours
valid-button-phone = Change the phone
valid-button-full_until = Mark as full
valid-button-suspended = Suspend
valid-again-full_until = There are places again
valid-again-suspended = The service goes on
valid-same = It is so already: { $value }.
valid-is-it-so = Did we understand you?
valid-goes-live = If you confirm, people read it in a moment.
valid-is-looked-at = If you confirm, those who coordinate the network look at it, and then it goes online. Here you read what came of it.
valid-yes = Yes, that is it
valid-cancel = Leave it
valid-sent = What you told us
valid-made = { $field } <b>{ $after }</b>
valid-state-open = waits for those who coordinate the network, since { $date }
valid-state-on-its-way = online in a moment
valid-state-published = online since { $date }
valid-state-dropped = not published ({ $date }): if it matters, talk to those who coordinate the network
valid-too-many = These are many changes for one day
valid-too-many-do = Nothing of what you said before is lost. Try again tomorrow, or talk to those who coordinate the network.
