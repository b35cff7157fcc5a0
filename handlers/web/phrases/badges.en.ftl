### The badge at the desk: what it is worth, marking it, undoing that.

closed-badge = This is a badge: let the people at the desk scan it. If that is you, first open here the link that whoever coordinates the network gives you.

badge = Badge
badge-good = Valid
badge-good-do = Good until { $ends }, once. Mark it when you use it.
badge-taken = Marked
badge-taken-do = From now on this badge is used.
badge-used = Already used
badge-used-do = This badge has been marked before. Ask to see a new one: in the bot it takes one tap.
badge-old = Expired
badge-old-do = A badge is good for ten minutes. Ask to see a new one: in the bot it takes one tap.
badge-elsewhere = Not for you
badge-elsewhere-do = The badge is good, but it is another organization’s. Perhaps they tapped the wrong service?
badge-foreign = From another network
badge-foreign-do = The bot of another network made this badge: it is worth nothing here.
badge-forged = Not ours
badge-forged-do = The network’s bot did not make this badge: it is not valid. Ask to see a new one from the bot.
badge-damaged = Cannot be read
badge-damaged-do = The badge did not arrive whole. Scan it again, or ask to see a new one.
badge-take = Mark as used
badge-undo = Undo (until { $time })
badge-next = Another code
