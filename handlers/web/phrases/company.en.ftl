### A company's page.

company-lead = Here is all that the company gets from the network: what to hang up, and how much it is used. Nothing about any person.
company-back = Back to the company’s page
company-gone = The company is not in the network any more
company-gone-do = If this is wrong, write to { $email }.
company-until = The last day in the network is { $date }. From the day after discounts stop; codes that people have stay good.
company-asked = On { $date } you asked to leave the programme. Those who run the network know, and will get in touch.
company-asked-see = Read it, or change your mind

company-kit = What to hang up
company-kit-about = Posters for the canteen and the locker room, strips for the payslip, pictures and texts for the intranet and the group chat. Each place has a link of its own, so that it shows which one works.
company-kit-see = Open the kit of { $date }
company-kit-new-about = A new kit has new links; those that hang or were sent already stay good. On one day the kit stays the same.
company-kit-new = Make a new kit
company-kit-of = The kit of { $date }
company-kit-good = Download it all, or one file at a time: the links do not change.
company-kit-all = Download it all (zip)
company-kit-later = I cannot make the sheets just now. Try again in some minutes; if it happens again, tell those who run the network.
company-file =
    { $kind ->
        [sheet] Poster
        [strip] Strips to cut out
        [picture] Picture
       *[text] Text to paste with the picture
    }: { $place }{ $language ->
        [it] {", "}Italian
        [en] {", "}English
       *[all] {""}
    }

company-places = Which place works
company-place = Place
company-people = New people
company-places-hidden = Still too few to say without showing who it was: { $places }.
company-places-company = People who came in the quarter { $quarter }, rounded to 5, never fewer than five. It changes with the next report only: a number that grows from one hour to the next would tell who came.
company-places-group = People who came in the quarter { $quarter } in all small companies together, rounded to 5, never fewer than five: below 25 active people a company has no figures of its own. It changes with the next report only.
company-places-none = It will show with the first report, at the end of the quarter.

company-report = The last report
company-report-about = It is of the quarter { $quarter }. Your people see this very report, with the command /privacy.
company-report-picture = The summary of the report { $quarter }, as a picture. The same figures are on the page.
company-report-open = Open the whole report
company-report-none = The first report comes after the end of the quarter. Your people will see it too, the very same.

company-never = What we never tell
company-never-who = Who uses the bot, and who does not: no names, not how often, not when. Nor do we know it: we keep a code in place of the name.
company-never-what = What a person asks for, and whether they take a discount. The words that they write are not saved.
company-never-when = Figures of a day, a week or a month: reports are about whole quarters, and do not change once they are out.
company-never-few = Small figures: about needs and discounts never fewer than ten people, about the rest never fewer than five, rounded to 5. With fewer than 25 active people the report is one with other companies.
company-never-asked = None of this on request either: of a person the company gets nothing. And nobody may ask your people whether they use the bot.
company-posters = The posters promise it to whoever reads them:
company-privacy = { $controller }, { $email }, answers for the data.

company-leave = Leaving the programme
company-leave-see = Read what happens
company-leave-about = Before you ask, this is what happens when { $company } leaves:
company-leave-asked = You asked on { $date }. Nothing has changed yet: those who run the network know, and will get in touch to agree on the last day.
company-leave-told = The request goes at once to those who run the network, who agree with you on the last day. Until then nothing changes.
company-leave-day = They write the last day down; then you read it on this page.
company-leave-discounts = From the day after the discounts for { $company } stop. Codes that somebody has taken are good until they end.
company-leave-people = Your people read it at their first message, and can go on looking for services as guests. What we keep of them is gone within 90 days, or with the last code that they still hold.
company-leave-reports = Reports that are out stay as they are. The company learns nothing about anybody, by leaving either.
company-leave-hurry = In a hurry, or would you rather talk? { $phone }, { $email }.
company-leave-sure = Yes, ask to leave for { $company }
company-stay = We changed our mind: we stay
