# What is said of a file of codes, by the commands and in the chat. The same ids and variables stand in it.ftl.

## What was understood

found =
    { $codes ->
        [0] No good code
        [one] One code
       *[other] { $codes } codes
    }{ $sheet ->
        [none] {""}
       *[other] {" "}on the sheet “{ $sheet }”
    }, column { $column }{ $heading ->
        [none] {""}
       *[other] {" "}“{ $heading }”
    }.
ends = First and last: { $codes }
left =
    { $count ->
        [one] One row left out:
       *[other] { $count } rows left out:
    }
left-row = row { $row }: { $shown }: { $why }
more = … and { $count ->
        [one] one more.
       *[other] { $count } more.
    }
unread = The hidden sheet “{ $sheet }” was not read.

## Why a row is left out

left-heading = it is the heading
left-above = it stands above the heading
left-total = it is the row of the total
left-twice = it is there already, further up
left-used = it is marked as used, or as no longer good
left-ended = it has expired
left-hidden = the row is hidden
left-struck = the row is struck through
left-two-codes = these are two codes, or one with a space in it. Write one code a row; if the space is part of the code, write “Code” at the head of the column and write all rows in the same way
left-words = these are several words, not a code. Write one code a row, without spaces
left-long = it is longer than 64 signs: no code
left-no-code = it is not a code: there may be letters, digits and the signs - _ .
left-dash = it has a long dash (–), which Word usually puts in the place of the short one (-). Type it with the short one, or ask the organization
left-covered = it is covered or cut off (*, …). Ask the organization for the whole code
left-link = it is a web address, not a code. Write the code only
left-ruined-scientific = the spreadsheet has turned the code into a number and its digits are lost. Ask for the original file, or format the column as Text and type the codes again
left-ruined-digits = a spreadsheet keeps only 15 digits of a number: the last ones are lost. Ask for the original file, with the column as Text
left-ruined-formula = it is a formula without its result. Open the file in the spreadsheet program, save it and try again; or paste the values only
left-ruined-date = the spreadsheet has turned it into a date and the code is lost. Format the column as Text and type it again
left-ruined-error = it is an error of the spreadsheet. Mend the formula, or paste the values only
left-ruined-boolean = the spreadsheet has turned it into true or false. Format the column as Text and type it again
left-ruined-decimals = it is a number with decimals or a negative one, not a code. Format the column as Text and type it again
left-ruined-format = the format of the cell shows it otherwise (thousands, euros, per cent). Format the column as Text

## What is to be looked at

doubt-columns = there are codes in more columns: this one and { $others }. Which is the right one?
doubt-sheets = there are codes on other sheets too: { $others }. They would be left out
doubt-heading = the column is called “{ $heading }”: are these really the codes?
doubt-hidden-column = column { $column } is hidden: are these really the codes to give?
doubt-beside = column { $column }, beside the codes, says: { $shown }. It is not clear whether those codes can be given
doubt-coloured =
    { $count ->
        [one] one row is coloured ({ $rows }): was its code given already? It would come in
       *[other] { $count } rows are coloured ({ $rows }): were their codes given already? They would come in
    }
doubt-numbers = these look like numbers with points or a sign, changed by a spreadsheet: { $codes }. Are they really codes?
doubt-same = more rows repeat a code than there are codes: { $codes }. If all people get the same code, the offer's file needs “voucher: shared”
doubt-grouped = there are spaces or slashes in them, and they would be given like that: { $codes }. Is it one code a row?
doubt-above = above the heading there is something that looks like a code: { $shown }
doubt-used =
    { $count ->
        [one] one code is marked as used (row { $rows }): it would be left out
       *[other] { $count } codes are marked as used (rows { $rows }): they would be left out
    }
doubt-ended =
    { $count ->
        [one] one code has expired (row { $rows }): it would be left out
       *[other] { $count } codes have expired (rows { $rows }): they would be left out
    }
doubt-hidden =
    { $count ->
        [one] one row is hidden ({ $rows }): it would be left out
       *[other] { $count } rows are hidden ({ $rows }): they would be left out
    }
doubt-struck =
    { $count ->
        [one] one row is struck through ({ $rows }): it would be left out
       *[other] { $count } rows are struck through ({ $rows }): they would be left out
    }
doubt-foreign = letters of another alphabet that only look like ours: { $codes }
doubt-twins = codes that read the same (capitals, or signs that look alike): { $codes }
doubt-unlike = unlike all the others: { $codes }
doubt-examples = these look like examples or tests: { $codes }
doubt-words = these are words without figures: { $codes }. Are they really codes?
doubt-zeros = numbers of different lengths ({ $shortest } to { $longest } digits, the shortest { $code }): perhaps the spreadsheet has eaten the zeros in front
doubt-short = numbers of a few digits: { $codes }. Are they really codes?
doubt-rounded = long numbers that all end in zeros: { $codes }. Perhaps the spreadsheet has lost the last digits
doubt-elsewhere =
    { $count ->
        [one] the offer { $offer } has one of these codes: { $codes }
       *[other] the offer { $offer } has { $count } of these codes: { $codes }
    }
doubt-near = these read like codes that are there already: { $codes }
doubts = To be looked at first:
cure-doubts = Nothing was taken in: there is something to look at, and nobody to ask. Mend the file, or type the command in a terminal without --yes.
cure-asked = If you agree with the rows that are left out, add --skip-bad.
cure-bad = Nothing was taken in. Mend these rows, or leave them out with --skip-bad.
cure-columns = Nothing was taken in: say which column has the codes, for example --column { $column }.

## Files that cannot be read

unreadable-too-big = the file is larger than { $limit } MB. Part it into several files
unreadable-too-large = this spreadsheet is too large. Save it as CSV and try again
unreadable-too-many-rows = the file has more than { $limit } rows. Part it into several files
unreadable-old-excel = this is an old Excel file (.xls), or one with a password. Open it, save it as .xlsx without a password or as CSV and try again
unreadable-other-spreadsheet = this is no Excel spreadsheet (.xlsx). Open it, save it as .xlsx or as CSV and try again
unreadable-no-spreadsheet = this is not a spreadsheet that can be read. Open it, save it as CSV and try again
unreadable-locked = this spreadsheet is under a password. Save it without one and try again
unreadable-entity = this spreadsheet has definitions in it that could fill the memory. Open it, save it as CSV and try again
unreadable-page = this is a web page or an XML file, whatever its name says. Open it in the spreadsheet program, save it as CSV and try again
unreadable-pdf = this is a PDF. Ask the organization for the spreadsheet or the CSV
unreadable-word = this is a formatted document. Copy the codes into a spreadsheet, one a row, and save it as CSV
unreadable-picture = this is a picture. Ask the organization for the spreadsheet or the CSV
unreadable-archive = this is a compressed archive. Open it and use the sheet that is in it
unreadable-no-text = this is not a text file. Save it as CSV and try again
unreadable-quotes = the quotation marks do not match on line { $line }. Save it as CSV again and try again
unreadable-no-codes = there is no column of codes in this file. Put them into a column with “Code” at its head, one a row
unreadable-hidden-sheets = the codes are only on the hidden sheet “{ $sheet }”. Unhide it, save and try again

## What was done

came-in =
    { $offer }: { $fresh } new { $fresh ->
        [one] code
       *[other] codes
    }{ $moved ->
        [0] {""}
       *[other] , { $moved } of an older validity good again
    }{ $again ->
        [0] {""}
       *[other] , { $again } set aside before and free again
    }, { $there } { $there ->
        [one] was there already
       *[other] were there already
    }.
import-number = Import number { $number }: `kmzero codes undo { $number }` takes it back.
undone =
    Import { $number } of { $offer } undone: { $codes } { $codes ->
        [one] code
       *[other] codes
    } taken away.
undone-given =
    { $count ->
        [one] One code is in somebody's hand already and stays: { $codes }
       *[other] { $count } codes are in people's hands already and stay: { $codes }
    }
no-import = There is no import number { $number }. `kmzero codes imports` lists them.
undone-before = Import { $number } was undone before.
no-imports = No codes were imported yet.
no-pool = { $offer }: there is no such pool offer; there are { $offers }
bad-validity = --valid { $valid }: two days are expected, such as 2027-01-01/2027-12-31
ask-import = Take them in? [y/N]
not-imported = Nothing was taken in.
counts = codes { $codes }, given { $given }, free { $free }
undone-on = undone on { $when }
by-server = server
by-role = coordinator { $role }
by-organization = organization { $organization }

## How many are left, and one that comes back

stock =
    { $free } free of { $total }{ $past ->
        [0] {""}
       *[other] , { $past } left of a season before
    }{ $coming ->
        [0] {""}
       *[other] , { $coming } for a season to come
    }
retired =
    { $count ->
        [0] Nothing was left of seasons before.
        [one] One code of seasons before was set aside; who imports it again takes it back.
       *[other] { $count } codes of seasons before were set aside; who imports them again takes them back.
    }
few =
    { $offer }: { $total ->
        [one] one code
       *[other] { $total } codes
    } in all, fewer than { $fewest }: who reads that they are gone knows that one of a few colleagues has one; import more, or let the bot make them (voucher: generated)
given-back = { $offer }: { $code } was given back
back-nobody = { $code }: nobody holds this code
back-offers = { $code }: there is one of each of { $offers }; say which with --offer
back-shared = { $code }: { $count } people share this code of { $offer }; a shared code cannot be given back by hand
back-expired = { $code }: expired on { $day }; somebody may have used it, so it stays taken
back-used = { $code }: its organization marked it as used, so it stays taken
back-just-now = { $code }: somebody gave it back just now
