### The frame of all pages: header, languages, refusals, opening of links.

skip = Go to the content
languages = Languages
language-it = Italiano
language-en = English

refused-missing = There is nothing here
refused-missing-do = The address has changed, or did not arrive whole. Begin at the first page, or ask whoever gave you the link for it again.
refused-too-large = It is too large
refused-too-large-do = What you sent is above the limit. Go back and send a smaller file, or a shorter text.
refused-unreadable = It did not arrive whole
refused-unreadable-do = Go back and try again.
refused-another-site = This form comes from another page
refused-another-site-do = To be safe, we do nothing. Open the page by your link and try again from there.
refused-another-session = This page is out of date
refused-another-session-do = Another link was opened here in the meantime. Reload the page and try again: nothing has happened.
refused-later = I cannot do it now
refused-later-do = Try again in a minute. Nothing was left half done.
refused-broken = Something did not work
refused-broken-do = It is not your fault. Go back and try again; if it happens again, tell whoever gave you the link.
refused-busy = There are many people here
refused-busy-do = Try again in a few seconds.

closed = This page opens by a link
closed-partner = Whoever coordinates the network gives you the link to your desk: ask for a new one. It is good for one phone or computer.
closed-company = Whoever coordinates the network gives you the link to your company’s page: ask for a new one.
closed-coordinator = You find the link to this page in the bot: write /page.

open-partner = The desk of { $name }
open-company = The page of { $name }
open-coordinator = The coordinators’ page
open-about = The link is good for one phone or computer: this one. It stays open here as long as you use it.
open-button = Open it here
open-shared = If this one is not yours, open it where you need it: the link is still good.

not-opened-unknown = I do not know this link
not-opened-cut = The link did not arrive whole
not-opened-elsewhere = This link is of another network
not-opened-revoked = This link was closed
not-opened-ended = This link has ended
not-opened-full = This link was opened already
not-opened-do = Ask whoever gave it to you for a new one: it is good for seven days, and for one phone or computer.
