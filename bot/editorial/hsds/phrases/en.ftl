# An HSDS package that comes in, or goes out.

exported = { $services ->
        [one] One service is
       *[other] { $services } services are
    } in { $folder }: the tables and datapackage.json, and each service as JSON in services/. No code went out.

unreadable = { $file }: it cannot be read.
    .archive = { $file }: this zip is broken or refused; unpack it into a folder and name that.
    .large = { $file }: with it there are more than { $limit } MB; split the package.
    .many = There are more than { $limit } files; name the folder of the package alone.
    .json = { $file }:{ $line }:{ $column }: here this is no JSON any more; have it written again by the program that it comes from.
    .deep = { $file }: objects inside objects without end; have it written again by the program that it comes from.
    .encoding = { $file }: it is not in UTF-8; save it so.
    .shape = { $file }: it is no service, no organization and no list of them.
    .csv = { $file }: a line is no CSV; open it in a spreadsheet and save it as CSV again.
    .heads = { $file }: no column has an id or a name; the first line must have the names of the columns.
    .nothing = There is no organization and no service: a package has organizations.csv and services.csv, or JSON.

refused = It cannot be taken.
    .file-archive = { $file } is broken or refused.
    .file-large = { $file } is too large.
    .file-many = There are too many files.
    .file-json = { $file } is no JSON (line { $line }, column { $column }).
    .file-deep = { $file } has objects inside objects without end.
    .file-encoding = { $file } is not in UTF-8.
    .file-shape = { $file } is no service, no organization and no list of them.
    .file-csv = { $file } is no CSV.
    .file-heads = { $file } has no column with an id or a name.
    .twice = This id stands for two things that differ in { $field }.
    .nameless = It has no name.
    .no-organization = It does not say which organization it belongs to.
    .unknown-organization = Its organization { $organization } is not in the package.
    .nameless-organization = Its organization { $organization } has no name.
    .circle = Its organization { $organization } is a part of itself: { $way }.
    .id-taken = Its id { $id } belongs to another service.
    .invalid = Its { $field } cannot be written: { $cause }.

doubt = Something was left out.
    .phone = The number { $given } cannot be called, and was left out.
    .email = { $given } is no e-mail address, and was left out.
    .web = { $given } is no web address, and was left out.
    .hours = Opening hours have no words for this: { $given }. They are "to be confirmed" where nothing else was said.
    .code = The offer { $offer } has one code for all, and codes do not travel: write it in the file, else nobody gets the offer.
    .offer = The offer { $offer } is one of another network to its own companies, and was left out.
    .field = Its { $field } cannot be written so, and was left out: { $given }.
    .long = The text has { $length } signs; the first { $taken } were taken.

taken = { $services ->
        [one] 1 service
       *[other] { $services } services
    } of { $organizations ->
        [one] 1 organization
       *[other] { $organizations } organizations
    } can be taken.
refused-count = { $n ->
        [one] 1 is refused:
       *[other] { $n } are refused:
    }
doubts-count = { $n ->
        [one] One thing was left out of what is taken:
       *[other] { $n } things were left out of what is taken:
    }
proposals-count = { $n ->
        [one] The need of 1 service was read from its words; please confirm it:
       *[other] The needs of { $n } services were read from their words; please confirm them:
    }
proposal = { $service }: { $need }, { $percent } %
    .unsure = { $service }: { $need }, { $percent } %, not shown to people before you take out its line `suspended`
towns-count = { $n ->
        [one] 1 town is new to the network; its coordinates are the middle of its places:
       *[other] { $n } towns are new to the network; their coordinates are the middle of their places:
    }
town = { $name }: { $lat }, { $lon }
unplaced = { $n ->
        [one] 1 place
       *[other] { $n } places
    } in { $town } { $n ->
        [one] was
       *[other] were
    } left out: neither a town of the network nor coordinates.
unplaced-nowhere = without a town
left-out = Not taken over, for kmzero has no field for it: { $fields }.
more = … and { $n } more; `--json` says all.
unchanged = Everything is in { $folder } already.
ask-write = Write { $files ->
        [one] 1 file
       *[other] { $files } files
    } into { $folder }? [y/N]
needs-yes = Nothing was written: nobody is here to ask. With --yes it is written.
not-written = Nothing was written.
written = { $files ->
        [one] 1 file was
       *[other] { $files } files were
    } written into { $folder }. Next: kmzero check { $folder }
no-network = { $folder } has no network.yaml yet: `kmzero new` makes one; put the towns above into it.
broken-folder = { $folder } has faults (`kmzero check { $folder }` says them all); mend them first, so that nothing of it is lost.
