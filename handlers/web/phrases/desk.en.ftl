### The desk of an organization: the code, what it is, how it is marked, and the way back.

desk-pages = Your pages
desk-menu = Check a code
desk-title = The desk of { $name }
desk-nobody = Nothing here says who shows you a code: no name, no company. And we do not tell the company who used it.

desk-code = The code
desk-code-about = Type it as it comes: capitals, spaces and dashes do not matter.
desk-look = Check
desk-slow = Wait a moment
desk-wait =
    Quite a few codes in a row were not right. Try again in { $seconds ->
        [one] a second
       *[other] { $minutes ->
            [one] { $seconds } seconds
           *[other] { $minutes } minutes
        }
    }: then all is as before.

desk-marked = Marked as used
desk-valid = Valid
desk-used = Already used
desk-not-yet = Not valid yet
desk-expired = Expired
desk-not-ours = Not one of your codes

desk-marked-day = From now on it is not good any more
desk-valid-day = Good until { $day }
desk-valid-always = It does not expire
desk-used-day = It was used on { $day }
desk-not-yet-day = Good from { $day }
desk-expired-day = It was good until { $day }
desk-not-ours-note = Check it sign by sign. If it is typed right, it is of another organization, or nobody was given it.
desk-shared = It is the same for everybody: there is nothing to mark.
desk-several = More than one discount has this code. Look at which one the person in front of you shows.

desk-mark = Mark as used
desk-undo = Undo: it was not used
desk-recent = Marked just now
desk-recent-about = If it was a slip, you have ten minutes to undo it.
desk-recent-row = Code that ends with { $ending }: { $service }, at { $at }
desk-undo-row = Undo { $ending }
