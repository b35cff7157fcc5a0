# What is wrong in a file, and the cure. One message a rule; its attributes are its variants.

## The file

missing-file = { $name } is missing: the network cannot start without it. Write it, or put it back in its place.
unknown-file = nobody reads this file. Put an organization in organizations/ and an area in needs/, with a name that ends in .yaml; if it is not needed, remove it.
    .ending = this file is not read because of its name: call it { $wanted }. If Windows hides the ends of names, switch on "File name extensions" in the File Explorer.
    .folder = this file is not read because its folder has another name: put it in its place, { $wanted }.
    .deeper = this file is not read: nobody looks into subfolders. If it is needed, put it right into { $folder }/; if not, remove it.
    .beside = this file is not read: it lies beside the folder of the catalogue, not in it. If it is needed, move it there, to { $wanted }.
    .copy = this file is not read: { $original } is. If this is the right one, put it in the place of { $original }; if not, remove it.
    .backup = this file is not read: it is a copy that a program has left behind. Remove it.
    .text = this file is not read: only files that end in .yaml are. If it is an organization, change the end of its name to .yaml; if these are notes, keep them outside the folder.
    .spreadsheet = spreadsheets are not read. Services are written in .yaml files; codes are imported with "kmzero codes import". Take this file out of the folder.
    .document = this document is not read. Copy its text into a plain text file with a name that ends in .yaml (Notepad, TextEdit, VS Code), and remove the document.
    .archive = archives are not opened. If there are .yaml files in it, put them in their places; then remove the archive.
copied-file = this file is a copy of { $original } and says the same id, so I do not know which of the two holds. Keep the right one under the name { $original } and delete the other; if it is a new organization, change all ids in here.
    .same = this file is an exact copy of { $original }: delete it.
misplaced-file = what this file says does not belong here: it goes into { $wanted }. Move it there.
not-text = this is not a text file. Save the text with Notepad, TextEdit or VS Code, with a name that ends in .yaml.
    .document = this is a Word or LibreOffice document with the name of a .yaml file: changing the name is not enough. Open it, copy the text, paste it into a new file with Notepad, TextEdit or VS Code, and save that one.
    .rtf = this is an RTF document, not plain text: TextEdit and WordPad do that. In TextEdit choose "Format > Make Plain Text" and save again; in WordPad save as "Text Document".
    .pdf = this is a PDF: it can be neither read nor mended. Bring the text file that it was made of, or write it again in a .yaml file.
    .spreadsheet = this is a spreadsheet (Excel or LibreOffice) with the name of a .yaml file. Services are written in a plain text file, as in the example of the README; codes are imported with "kmzero codes import".
    .picture = this is a picture with the name of a .yaml file. The text is needed: write it into a plain text file.
    .archive = this is a compressed archive (zip, rar…) with the name of a .yaml file. Take out the file that is in it, and put that one here.
    .page = this is a web page and not the file: it happens when a page is saved instead of downloaded. Download the real file, or copy its text into a plain text file.
conflict = here Git (or a program like it) has left two versions of the same lines, and I do not know which one holds. Look at lines { $marks }: keep the right version, delete the other, and delete these lines of signs too.
not-a-file = this is not an ordinary file. A text file is needed in its place.
    .outside = this is a link to a file outside the folder. Copy the real file here.
    .refused = this file cannot be opened ({ $cause }). Check its permissions, or copy it again.
too-big = the file is larger than { $limit } MB. Split it, or take out what is not text.
empty-file = the file is empty. Write its content, or delete it.
not-utf8 = there is a sign here that is not UTF-8, usually an accented letter. Save the file again and choose the encoding "UTF-8".
    .wide = the file is saved in UTF-16, which Notepad and Excel also call "Unicode". Save it again ("Save as") and choose the encoding "UTF-8".
bad-character = there is an invisible sign here that cannot be used ({ $character }). Delete it and type the word again.
not-yaml = from here on the file cannot be read. Look at this line and the one above: usually a text with a colon has no quotes, a bracket is not closed, or the indent is not made of spaces (the reader says: { $cause }).
    .bullet = the list here begins with a sign that does not do (•, * or a long dash). Write a plain hyphen (-) and a space.
    .hash = from # on this is a comment, and the rest of the line is not read. Put the text with the # in quotes.
    .pasted = the line here begins with a sign that comes from a message or a page (```, > or +). Delete it, in all lines that have it.
    .colon = after the field here, the colon and a space are missing. It is written like this: name: Il Girasole.
    .tab = the indent here is made with the Tab key. Delete it and use spaces, two for each level.
hard-space = there is a space here that looks ordinary and is not (it comes from a web page or from Word). Delete the spaces of this line and type them again with the space bar.
curly-quotes = the quotes here are the curly ones of Word (“ ”), and they do not close the text. With "Find and replace" make all of them straight ("); if the curly ones should be read, put the whole text in straight quotes.
two-documents = a second document starts here: just above is a line with ---. Remove that line, or move the rest to its own file.
strange-key = one word is needed before the colon, not a list. Check brackets and quotes.
duplicate-key = "{ $key }" is written twice: the first is at { $first }. Keep one line.
alias = YAML's shortcuts (& and *) are not used here. Write the text in full, or quote it if the & or the asterisk belongs to it.
tag = an exclamation mark at the start has a special meaning in YAML. Put the text in quotes.
too-deep = too many levels, one inside the other. Check the brackets: one may not be closed.
too-many = the file has too many entries. Split it into several files.

## The fields

unknown-key = "{ $key }" is not a field that I know. Here you can use: { $known }.
    .inside = "{ $key }" is not a field that I know here. Write it inside "{ $field }": { $field }: {"{"}{ $nearest }: …{"}"}.
    .colon = "{ $text }" has a colon, which makes a field of it. Put the whole text in quotes: "{ $text }".
    .near = "{ $key }" is not a field that I know. Did you mean "{ $nearest }"?
    .address = "{ $key }" is not a field that I know. Write it inside "address", in quotes.
comma-in-braces = between braces a comma parts the fields, and here it has cut a text in two. Put it in quotes: { $field }: "{ $text }".
missing-field = "{ $field }" is missing. Add it in this block.
    .empty = "{ $field }" is empty. Write its value, or remove the line if it is not needed.
wrong-kind = "{ $field }" does not have the right form. See the example in the README.
    .sum = "{ $given }" may be the new price or what it is less. For the new price write value: {"{"}{ $line }{"}"}, for euro off value: {"{"}minus: …{"}"}.
    .text = "{ $field }" needs one text, not a list and not more fields.
    .list = "{ $field }" needs a list. Write { $line }, or a line for each entry that starts with a hyphen.
    .fields = "{ $field }" has fields below it: write one a line, indented by two spaces, as in the example in the README.
    .file = the file must be made of lines "field: value". See the example in the README.
    .instead = "{ $given }" is a sentence, and fields are needed here. If it means this, write { $line }.
bad-date = "{ $given }" is not a day of the calendar. Write year-month-day, for example 2026-11-02.
    .always = "{ $given }" is not a period. If enrolment is always open, remove the line; if it is an offer without an end, write the first day and stop at the slash: 2026-09-01/.
    .interval = "{ $given }" is not a period. Write the first and the last day with a slash between: 2026-09-01/2027-03-31. If there is no end, stop at the slash.
    .instead = "{ $given }" is not written as dates are here (year-month-day). If it means this, write { $line }.
    .serial = "{ $given }" is the number by which a spreadsheet keeps a date. Write { $line }.
    .year = "{ $given }" has no year. Write { $line }, with the year instead of AAAA.
    .impossible = the day { $given } does not exist: that month ends on { $line }. Write the right day.
    .one = "{ $given }" is a single day, and a period is needed. From that day on: { $line }/. Until that day: /{ $line }.
    .stock = "{ $given }" is not a period. Leave the end open by stopping at the slash (2026-09-01/); if you know how many there are, write it in "max_uses" of the offer.
bad-number = "{ $given }" is not a number that fits here. Write digits only, a point for decimals (two at most) and no €: for example 12.50.
    .point = "{ $given }" is not a coordinate. Copy it from the map and write digits only, with a point: lat: 44.2880, lon: 11.8800.
    .unlimited = "{ $given }" is not a number. If there is no limit, remove the line.
    .period = "{ $given }" is not a number. Here the whole period of the offer counts: write only how many times in all; the rest goes into "conditions".
    .whole = "{ $given }" is not a whole number. Write digits only, for example 15.
    .least = { $given } is too small: the least is { $bound }.
    .most = { $given } is too large: the most is { $bound }.
    .instead = "{ $given }" is not a number that can be used here. If it means this, write { $line }.
    .large = "{ $given }" is too much: a sum has at most six digits before the point and two after it. See if there is a digit too many.
    .none = "{ $given }" is not a coordinate. If you do not know it, remove both lat and lon.
bad-choice = "{ $given }" is not one of the choices. You can write: { $allowed }.
    .list = "{ $given }" alone does not do. For all write { $allowed }; for some write a list in square brackets: [{ $given }].
    .instead = "{ $given }" is not one of the choices. Write { $line }.
bad-id = "{ $given }" cannot be a short name: only letters without accents, digits and hyphens, 40 signs at most. For example: { $suggestion }.
    .town = "{ $given }" is not the id of a town of the network. Write { $suggestion }.
    .company = "{ $given }" is not the id of a company. Write { $suggestion }.
bad-value = "{ $given }" does not fit "{ $field }". See the table in the README.
    .code = "{ $given }" cannot be a code: 3 to 32 signs, only capital letters, digits and hyphens.
    .code-instead = "{ $given }" cannot be a code: 3 to 32 signs, only capital letters, digits and hyphens. If it is the same for who accepts it, write { $line }.
    .instead = "{ $given }" does not fit here. If it means this, write { $line }.
    .few = "{ $field }" needs at least { $bound } { $bound ->
        [one] entry
       *[other] entries
    }.
    .many = "{ $field }" can have at most { $bound } { $bound ->
        [one] entry
       *[other] entries
    }.
price-form = say the price in one way only: amount, or from and to, or free: true, or only note with the words instead of a sum (and without per).
price-text = I do not understand the price "{ $given }". Write the sum ("12 € all'ora", "da 8 a 12", free), or "secondo ISEE", "su preventivo", "offerta libera".
    .none = "{ $given }" says no price. Ask for it; if it is only told on request, write price: "on request".
    .sum = I do not understand the price "{ $given }" as a whole. If it means this, write { $line }.
    .instead = I do not understand the price "{ $given }". If there is a sum, write it: amount: 12.50. If the price is said in words only, write { $line }.
ages-text = I do not understand the ages "{ $given }". Write { "{" }from: 0, to: 3{ "}" } (years, one alone will do) or { "{" }from_months: 9, to: 3{ "}" }.
    .all = "{ $given }" is no age. If the service is for all ages, remove the line "ages".
value-form = say the benefit in one way only: amount (a new price), percent (off), minus (euro off) or gift.
ages-form = say the age in one way only: from or from_months for the first, to or to_months for the last. Remove the other one.
golden-form = a test question leads to one thing only: write need (a need) or situation (a situation), not both.
follow-up-hours = "first_hour" comes before "last_hour": the bot asks how it went from the first hour until the other.
shared-code = voucher: shared needs "code" too, the one code for everybody.
    .unwanted = "code" goes only with voucher: shared. Remove this line, or change the voucher.

## The rules of the network

unsaid-demonstration = this is the demonstration that comes with kmzero: organizations, prices and codes are invented. Write "demonstration: true" in this file, so that people are told; if the network is your own, write its controller in "controller" and remove the invented organizations.
example-left = this is the example that "kmzero new" wrote: now there are other organizations, and it is not published any more. Delete the file, or give it another "id" if it has become a real organization.
    .entry = this is the example company that "kmzero new" wrote: now there are others, and it is not published any more. Remove this entry, or give it another "id" if it has become a real company.
duplicate-id = the id "{ $id }" is already used at { $first }. An id belongs to one thing only: choose another one here.
dangling-reference = "{ $id }" does not exist. { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest name is: { $nearest }.
    }
    .need = there is no need with the id "{ $id }". { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest is: { $nearest }.
    } The ids are in the files of needs/.
    .area = there is no area with the id "{ $id }". { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest is: { $nearest }.
    } The ids are in the files of needs/.
    .company = there is no company with the id "{ $id }". { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest is: { $nearest }.
    } The ids are in companies.yaml.
    .town = the network has no town with the id "{ $id }". { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest is: { $nearest }.
    } The ids are in network.yaml.
    .location = this organization has no location with the id "{ $id }". { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest is: { $nearest }.
    } The locations are below "locations", in this file.
    .service = there is no service with the id "{ $id }". { $nearest ->
        [none] The ids are in the files of organizations/.
       *[other] The nearest is: { $nearest }.
    }
    .situation = there is no situation with the id "{ $id }". { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest is: { $nearest }.
    } The ids are in situations.yaml.
    .place = there is no place with the id "{ $id }". { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest is: { $nearest }.
    } The places are below "places", in situations.yaml.
bad-phone = "{ $phone }" is not a complete phone number. Write it in quotes with its area code, for example "059 000 0101".
    .plus = the + before the country code is missing in "{ $phone }": without it, it may ring somewhere else. Write { $line }.
    .none = "{ $phone }" is not a number. If there is no phone, remove the field.
    .zero = something is missing in "{ $phone }": a spreadsheet eats the zero of the area code. Perhaps it is { $line }.
    .float = "{ $phone }" is a number that went through a spreadsheet. Perhaps it is { $line }. Check it.
    .scientific = "{ $phone }" is a number that a spreadsheet destroyed: its last digits are gone. Ask for it again and write it in quotes.
    .letter = in "{ $phone }" a letter stands in the place of a digit. Perhaps it is { $line }.
    .several = there are several numbers in "{ $phone }", and a button calls one. Write { $line }.
    .several-bad = there are several numbers in "{ $phone }", and not all are complete: one has no area code. What can be read is written { $line }. Add the other one with its area code.
    .extension = the extension cannot be called together with the number "{ $phone }". It has its own place: { $line }.
    .note = there is a note in "{ $phone }" too. It has its own place: { $line }.
    .long = "{ $phone }" has too many digits for a phone number. See if two numbers stand together.
    .premium = "{ $phone }" is a premium number: who calls pays without knowing. Ask the organization for an ordinary number.
    .shared-cost = calling "{ $phone }" costs more than an ordinary call. If there is an ordinary number, write that.
    .emergency-number = "{ $phone }" is an emergency number: it belongs in network.yaml, under "emergency". Write the number of the organization here.
    .emergency = "{ $phone }" is not a number to call: only digits and spaces, for example "112".
blank-text = there is a blank text here. Write it, or remove the line.
control-sign = in "{ $near }" there is a sign that nobody sees ({ $sign }): on a screen it can change what is read. Write the word again by hand, without backslashes (\).
    .break = in "{ $near }" a new line begins, and this text is read on one line. Write it on one.
    .tab = in "{ $near }" there is a Tab, and this text is read on one line. Put a space in its place.
bad-email = "{ $email }" is not an e-mail address. It looks like this: ciao@girasole.example.org. If there is none, remove the field.
    .instead = "{ $email }" is not an e-mail address. If it means this, write { $line }.
    .several = there are several addresses in "{ $email }". Write only the one that is read every day, for example { $line }.
    .certified = "{ $email }" is certified mail (PEC), which usually refuses ordinary mail: who writes gets no answer. Write the ordinary address, or remove the field.
bad-web = "{ $web }" is not a whole web address. Copy it from the browser, with https:// in front, and quote it. If there is no site, remove the field.
    .instead = "{ $web }" is not a whole web address. If it is this one, write "{ $line }".
    .several = there are several addresses in "{ $web }", and the button opens one. Write only the main one, for example "{ $line }".
bad-region = "{ $given }" is not a time zone. In Italy it is Europe/Rome.
    .country = "{ $given }" is not the code of a country. Italy is IT.
bad-language = "{ $given }" is not the code of a language. { $meant ->
        [none] It takes two small letters, for example en, fr, ar, uk, zh; for Italian sign language write lis.
       *[other] Write { $meant }.
    }
bad-slot = "{ $name }" cannot be filled. In curly brackets only these can stand: { $known }. For example {"{"}who|for my father{"}"}.
    .broken = a curly bracket is out of place here. Write {"{"}who|for my father{"}"}: the name, a bar, and the text for those who did not say whom it is for. Curly brackets serve nothing else.
    .empty = "{ $name }" has no text after the bar. Write what is read when nothing is known: {"{"}{ $name }|…{"}"}.
    .bare = in "{ $default }" the word that ties it to the sentence is missing. Write "for { $default }" (or of, to, from, with), and take the preposition before the bracket away: then the sentence also fits who asks for themselves.
    .age = in "{ $default }" the years or months are missing. Write for example "9 years old" or "14 months old".
    .elsewhere = curly brackets are for "say" only: here people would read them as they are. Remove them and leave the text.
no-place = the service "{ $service }" does not say at which location it is. Add "places" with the id of a location of this file.
    .home = the service "{ $service }" comes to people's homes, but in no town. In "towns" write all, or the list of towns.
bad-hours = "{ $piece }" in the hours "{ $hours }" cannot be read. Write the days and then the hours, for example Mon-Fri 9-12:30 and 15-18; a note goes in brackets.
    .empty = the hours are missing here. Write when somebody answers, for example Mon-Fri 9-13, or by appointment.
    .no-times = in the hours "{ $hours }" there are days without times. { $proposal ->
        [none] Write the times too, for example Mon-Fri 9-13.
       *[other] Write the times too, for example "{ $proposal }".
    } If nobody knows them, add "by appointment" or "to be confirmed".
    .no-days = in the hours "{ $hours }" the days are missing. { $proposal ->
        [none] Write them before the times, for example Mon-Fri 9-13.
       *[other] If it is every day write "{ $proposal }", else put the days before the times, for example Mon-Fri 9-13.
    }
    .no-end = in the hours "{ $hours }", the time at which "{ $piece }" begins or ends is missing. Write both, for example 9-13.
    .slash = in the hours "{ $hours }" nobody can tell whether "{ $piece }" is from one day to the other or two days. Write Mon-Fri, or Mon and Fri.
    .half-period = in the hours "{ $hours }", the period "{ $piece }" has no beginning or no end. Write both days or months, for example 10-20 August, or October-May.
    .bad-time = in the hours "{ $hours }", "{ $piece }" are no times of a day. Hours go from 0 to 24, minutes from 00 to 59.
    .bad-date = in the hours "{ $hours }", "{ $piece }" is no day of the calendar, or the period ends before it begins. Mend the date.
    .turned = in the hours "{ $hours }", "{ $piece }" ends before it begins. { $proposal ->
        [none] Write hours from 0 to 24, for example 9-17.
       *[other] Hours go from 0 to 24: perhaps it is "{ $proposal }".
    }
    .half-day = in the hours "{ $hours }", "{ $piece }" is at night or in the morning. For the afternoon or evening write hours from 0 to 24: 3 in the afternoon is 15.
    .closed-part = in the hours "{ $hours }" it is closed for a part of the day only. { $proposal ->
        [none] Write the times at which it is open instead, for example Mon-Fri 9-12, 14-18.
       *[other] Write the times at which it is open instead: "{ $proposal }".
    }
    .unsayable = "{ $piece }", in the hours "{ $hours }", is nothing that the bot can reckon with. Write months or dates, for example 15 September-10 June, or put it into a note in brackets: Mon 9-12 (every other week).
    .march = in the hours "{ $hours }" nobody can tell whether "Mar" is Tuesday (martedì) or March. For Tuesday write "{ $proposal }"; for March write "Mar 01-31" in place of "Mar".
    .overrides = in the hours "{ $hours }" one part wipes out another: after a semicolon the days said before are replaced, after a comma they are added to. If both hold write "{ $proposal }".
    .month-days = in the hours "{ $hours }" months or dates do not say on which days of the week: it would be open on those too on which it is usually closed. { $proposal ->
        [none] Write the days too.
       *[other] Write "{ $proposal }".
    }
expired-offer = the offer ended on { $last }. Write its new period, or remove the offer.
    .turned = the period ends ({ $last }) before it starts ({ $first }). Swap the two dates, or mend the wrong one.
ending-soon = the offer ends on { $last }: { $days ->
        [0] today
        [one] one day is left
       *[other] { $days } days are left
    }. Ask the organization whether it goes on and write its new last day, or let it end.
strange-hours = the hours "{ $hours }" are strange: look at them again.
    .turned = in "{ $hours }" the part { $span } ends before it starts. Swap the two times, or mend the wrong one.
    .never = with the hours "{ $hours }" the service never opens. Write the days and hours when somebody answers.
    .always = "{ $hours }" means open day and night, but people go to a location here. Write the real hours, for example "Mo-Fr 09:00-17:00; PH off".
    .feriali = in the hours "{ $hours }", "feriali" means Monday to Saturday, without holidays. If it is closed on Saturdays write lun-ven; if it is open write lun-sab. You may add festivi chiuso.
near-duplicate = the service "{ $service }" is nearly the same as "{ $other }" ({ $first }): same need, name and summary. Keep one of them, or write what makes them different.
far-place = this location is { $km } km from { $town }: usually lat and lon are swapped, or a digit is missing. Copy them from the map again, or mend the town.
    .neighbour = this location is in { $town }, judging by { $sign ->
        [address] "address"
       *[point] lat and lon
    }, but "town" says { $other }. If so write { $line }, else mend the other.
    .turned = lat and lon are swapped here: this location would be { $km } km from { $town }. Write { $line }.
    .zero = lat 0 and lon 0 are in the sea, { $km } km from { $town }. Copy the coordinates from the map, or remove them.
    .half = this location has only one coordinate. Write both, lat and lon, or none.
strange-neighbour = "{ $name }" in "neighbours" is in the network already, as { $town }: only towns outside belong here. Remove it here, or from "municipalities".
    .far = "{ $name }" is { $km } km from the nearest town of the network: usually lat and lon are swapped, or a digit is missing. Copy them from the map again, or remove it: towns that people name belong here.
turned-range = in "{ $field }" the first number (from) is greater than the second (to). Swap them, or mend the wrong one.
full-over = it was full until { $last }, and that day is over. Remove "full_until" if there are places again, or write the new day.
silent-later = "silent_since" is { $since }, which is still to come. Write the day on which somebody noticed that they do not answer.
enrolment-over = enrolment ended on { $last }. Write when it opens again, or remove "enrolment" if people can always sign up.
offer-without-gain = the offer saves nothing: with the price of "{ $service }" who has the code pays as much or more. Mend "value" here, or "price" in the service.
offer-for-few = { $n ->
        [one] the offer is for one person only
       *[other] the offer is for { $n } people in all
    }: who reads that the codes are gone knows that one of a few colleagues took them. Add companies until they have { $least } employees at least, or choose a code that never ends (voucher: generated).
    .uses = { $n ->
        [one] this code can be used once only
       *[other] this code can be used { $n } times in all
    }: who reads that it is used up knows that one of a few colleagues took it. Write { $least } at least in "max_uses", remove the line, or choose a code that never ends (voucher: generated).
no-contact = nobody can reach the service "{ $service }": it has no phone, e-mail or web. Add "contact" to the service or to the organization.
repeated-entry = "{ $entry }" is twice in "{ $field }". Keep it once.
repeated-text = "{ $field }" says the same as "{ $first }". Write what is missing, or remove the line.
taught-question = this test question is one of the phrases of "{ $need }": the bot knows it by heart, and it proves nothing. Write it in other words.
    .twice = this test question is there already ({ $first }). Keep one of them.
card-too-long = the card of "{ $service }" has { $length } signs: a phone shows { $limit }. Make this text shorter first, then the first step.
    .refused = the card of "{ $service }" has { $length } signs, and Telegram does not send it: { $limit } at most. Make the texts of the service shorter.
no-first-step = the service "{ $service }" does not say what happens if I call. Add "first_step": who answers, what they ask, what the first contact costs, and below "say" a sentence ready to say.
missing-translation = "{ $field }" has no translation ({ $language }). Add the line "{ $language }:" beside the Italian one; until then people read Italian.
need-without-service = no service answers the need "{ $need }". Add it to the "needs" of a service that really does it, or look for somebody who can; if it has none on purpose, put it into "without" of network.yaml.
served-after-all = the need "{ $need }" is in "without", among those left without a service, but "{ $service }" answers it. Take it out of "without".
need-without-phrases = the need "{ $need }" has no phrases, so the bot knows it by name alone. Write below "phrases" how people say it: twenty at least, each in another way.
step-to-nowhere = the step "{ $label }" leads nowhere. Add one line only: need (a need), service (a service) or place (a place outside of the network).
    .two = the step "{ $label }" leads to two things at once, and it has one button. Keep one line among need, service and place.
    .unserved = the step "{ $label }" leads to the need "{ $target }", and no service answers it: who presses it finds nothing. Choose another need, or a place outside of the network.
    .suspended = the step "{ $label }" leads to the service "{ $target }", which is suspended: until it is back people do not see the step. Lead to a need or to another service, or put it back.
number-of-steps = the situation "{ $situation }" has { $steps ->
        [0] no steps
        [one] one step only
       *[other] { $steps } steps
    }: two to four are needed. { $steps ->
        [0] Add them below "steps".
        [one] Add the one that comes next, or let the need answer by itself.
       *[other] Keep the first ones that matter: on a phone the others are not read.
    }
situation-with-few-phrases = the situation "{ $situation }" has { $phrases ->
        [one] one phrase only
       *[other] { $phrases } phrases
    }: with fewer than { $least } the bot does not know it. Write below "phrases" how people tell it, each in another way.
repeated-phrase = the phrase "{ $phrase }" is already at { $first }. Take one away: written twice it teaches nothing more.
    .elsewhere = the phrase "{ $phrase }" is already at { $first }, for "{ $need }". A phrase speaks for one thing only: leave it where it really belongs.
too-much-to-learn = from here on the phrases of all files exceed { $limit } signs: the bot has no memory to learn more. Take out those that repeat others.
    .long = this phrase has { $length } signs, and the bot learns at most { $limit }. Split it into several, as a person would write them.
    .needs = there are { $needs } needs, and the bot tells at most { $limit } apart. From here on, join some of them.
alike-phrases = the phrase "{ $phrase }" is nearly the same as "{ $other }", at { $first }. Write one that says it in another way.
    .elsewhere = the phrase "{ $phrase }" is nearly the same as "{ $other }", at { $first }, which speaks for "{ $need }". Decide whose it is, or add the word that tells them apart.
phrases-astray = the phrase "{ $phrase }" is nearer to the phrases of "{ $nearer }", such as "{ $other }". Move it, or add the word that says its need.
    .need = only { $percent } in 100 phrases of "{ $need }" are known by the others, and most are taken for "{ $nearer }". Add phrases that say what is different about it.
few-words = the phrases of "{ $need }" use few words: { $share } different ones in 100. Tell other stories: who, where, why, in which words.
shared-keyword = the keyword "{ $keyword }" is already at { $first }, for the same need: so it does not tell one service from another. Leave it only where it is the main thing.
organization-without-services = the organization "{ $organization }" has no services, so nobody finds it. Add one below "services", or remove the file.
empty-door = the area "{ $area }" has services, and stands behind no door of the menu. Add it to one of the "doors" in network.yaml.
text-too-long = "{ $field }" has { $length } signs, and a phone shows { $limit }. Make it shorter.
html-in-text = there is "{ $html }" here, a piece of HTML: people would read it as it is. Remove it and leave plain text.
    .entity = there is "{ $html }" here, a sign written as in web pages: people would read it as it is. Write "{ $plain }" instead.
    .marks = "{ $html }" has marks for bold, italics or a link: people would read them as they are. Leave plain text.
garbled-text = "{ $near }" was saved in the wrong encoding: perhaps it is "{ $meant }". Mend it, and save the file as UTF-8.
    .lost = in "{ $near }" a sign was lost when the file was saved. Write the word again, and save the file as UTF-8.
leftover-value = "{ $given }" says that a value is missing, and people would read it. Write the text, or remove the field.
evaluation-period = a programme has a first and a last day: from the first on no promise changes unseen. Write period: 2026-09-01/2028-08-31.
    .turned = the programme ends ({ $last }) before it begins ({ $first }). Swap the two days, or mend the wrong one.
evaluation-target = the target "{ $id }" does not say of what it is. Add "step" (a step of the chain) or "question" (a question of a form).
    .two = the target "{ $id }" is of a step and of a question at once. Keep one line of step and question.
    .source = the step "{ $step }" is not counted from "{ $source }". Write source: { $wanted }.
    .form = "{ $source }" has no questions. In "source" write the form that has the question: { $known }.
    .unknown = the form "{ $source }" has no question "{ $question }". { $nearest ->
        [none] There are: { $known }.
       *[other] The nearest is: { $nearest }.
    }
    .good = no answer of "{ $question }" has good: true, so the target "{ $id }" cannot be counted. Add good: true to the answers that are good.
    .sure = all answers of "{ $question }" have good: true, so the target "{ $id }" is reached anyway. Take it from those that are not good.
    .again = the step "again" is counted from a question to employees with about: again and an answer with good: true, and there is none. Add it in forms, under employees.
    .twice = there is a target of this already, "{ $first }". Keep one promise.
evaluation-form = "{ $form }" are asked { $wanted } questions, and here { $questions ->
        [one] is only one
       *[other] are { $questions }
    }. Add those that are missing: access, quality, effect, change and again.
    .twice = the question "{ $id }" is twice in this form. Give it another id, or take it out.
    .again = "{ $first }" asks already whether they would do it again (about: again), and one question is enough. Choose another "about" for "{ $id }".
    .answer = the answer "{ $id }" is twice under "{ $question }". Give it another id, or take it out.
    .label = two answers of "{ $question }" have the same button, "{ $label }". Write them differently, in both languages.
unmarked-delicate = the service "{ $service }" answers "{ $need }": of such things nobody is asked how it went. Write "delicate: true".
unconfirmed = the service "{ $service }" was last confirmed on { $date }, more than { $days } days ago. Call the organization, check, and write today's date in "checked_on".
    .never = the service "{ $service }" does not say when it was checked. Call the organization, then write the date in "checked_on".
    .future = the date { $date } of "checked_on" is still to come. Write the day on which somebody really checked.

## The codes

bad-codes = the codes of this file cannot be used. One code a line is needed: letters, digits and hyphens.
    .line = this code cannot be used: it is written twice, or it has signs that are not letters, digits, hyphens or points, or it is longer than 64 signs.
    .doubt = these codes could be meant otherwise (capitals that differ, lost zeros, two columns, rows marked as used). Try `kmzero codes import` with this file: it says what; then mend it.
    .empty = there is no code in this file. Write one a line, or delete the file.
    .nobody = the name of the file must be the id of an offer with voucher: pool, and no such offer is called "{ $offer }".

## What the commands say

no-problem = No problem found.
hours-written = { $position }: hours rewritten: { $before } → { $after }
published = Published: release { $number }, with { $organizations } { $organizations ->
        [one] organization
       *[other] organizations
    }, { $services } { $services ->
        [one] service
       *[other] services
    }, { $needs } { $needs ->
        [one] need
       *[other] needs
    }, { $offers } { $offers ->
        [one] offer
       *[other] offers
    }.
still-serving = Nothing was published: people keep seeing release { $number }.
none-serving = Nothing was published, and there is no release yet.
no-release = There is no release yet: kmzero publish makes the first.
no-such-release = there is no release { $number }; kmzero releases lists them
rolled-back = Done: from now on people see release { $number }.
