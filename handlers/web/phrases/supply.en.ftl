### An organization's codes: how many are left, and how more are sent.

desk-codes-menu = Your codes
supply = Your codes
supply-about = Each person gets a code of their own, and whoever comes too late must wait: send more before they run out.
supply-none = None of your discounts uses codes that you send: there is nothing to do here.
supply-enough = More than half of them are left.
supply-level =
    { $level ->
        [0] There are none left: nobody can get one.
        [10] One in ten is left, or fewer.
        [25] A quarter is left, or less.
       *[50] Half of them are left, or fewer.
    }
supply-levels = It is what those who run the network are told, renewed every minute. The exact number would tell at what time somebody takes one.
supply-low = Codes that run low: { $services }.
supply-low-see = Send more
supply-more = Send more codes
supply-more-of = More codes for “{ $service }”
supply-how = First you see what I understood; the codes come in only after your yes.
supply-paste = Paste the codes, one a line
supply-file = Or choose a file
supply-file-about = A spreadsheet (.xlsx, .ods) or a text (.csv, .txt), up to 5 MB.
supply-look = See what is in it
supply-nothing = There is no code yet: paste them into the box, or choose a file.
supply-nothing-kept = I kept nothing.
supply-died = I could not read that file. Save it as .csv and try again.
supply-many = These are more than { $most } codes. Split them into several files, or send them to those who run the network.
supply-read = This is what I understood of “{ $name }”:
supply-known =
    { $known ->
        [one] One code was there already: it stays as it is.
       *[other] { $known } codes were there already: they stay as they are.
    }
supply-which = Which column has the codes?
supply-column = Column { $column }
supply-take =
    { $count ->
        [one] Yes, add this code
       *[other] Yes, add these { $count } codes
    }
supply-take-rest =
    { $count ->
        [one] Add only the good code
       *[other] Add only the { $count } good codes
    }
supply-no-good = Like this there is none to add. Mend the file and send it again.
supply-drop = Never mind
supply-sealed = Until your yes they stay encrypted, for a day at most.
supply-in = Done
supply-in-counts =
    { $fresh ->
        [0] No new code.
        [one] One new code.
       *[other] { $fresh } new codes.
    }{ $known ->
        [0] {""}
        [one] {" "}One code was there already.
       *[other] {" "}{ $known } were there already.
    }
supply-in-soon = They can be given from now on. The warning that they run low goes within a minute.
supply-undo = Undo: take them out again
supply-undo-about = You can do so for ten minutes. Those that somebody has received stay theirs.
supply-undo-late = If something is wrong, write to those who run the network: they can still take them out.
supply-undone = Taken out. Those that somebody had received stay theirs.
supply-back = Back to the codes
