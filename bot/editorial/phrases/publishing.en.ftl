# What changes from one release to another, and what is said when publishing.

nothing-changes = Nothing changes.
more-changes = … and { $n ->
        [one] one more change
       *[other] { $n } more changes
    }.

## How many

count = { $n }
    .organization-added = +{ $n } { $n ->
        [one] organization
       *[other] organizations
    }
    .organization-removed = -{ $n } { $n ->
        [one] organization
       *[other] organizations
    }
    .organization-changed = { $n ->
        [one] 1 organization changed
       *[other] { $n } organizations changed
    }
    .service-added = +{ $n } { $n ->
        [one] service
       *[other] services
    }
    .service-removed = -{ $n } { $n ->
        [one] service
       *[other] services
    }
    .service-changed = { $n ->
        [one] 1 service changed
       *[other] { $n } services changed
    }
    .price = { $n ->
        [one] 1 price
       *[other] { $n } prices
    }
    .hours = { $n ->
        [one] the hours of 1 service
       *[other] the hours of { $n } services
    }
    .contact = { $n ->
        [one] 1 contact
       *[other] { $n } contacts
    }
    .place = { $n ->
        [one] 1 place
       *[other] { $n } places
    }
    .needs = { $n ->
        [one] the needs of 1 service
       *[other] the needs of { $n } services
    }
    .text = { $n ->
        [one] 1 text
       *[other] { $n } texts
    }
    .keywords = the keywords of { $n ->
        [one] 1 service
       *[other] { $n } services
    }
    .languages = the languages of { $n ->
        [one] 1 service
       *[other] { $n } services
    }
    .wait = { $n ->
        [one] 1 waiting time
       *[other] { $n } waiting times
    }
    .duration = { $n ->
        [one] 1 duration
       *[other] { $n } durations
    }
    .eligibility = who can have { $n ->
        [one] 1 service
       *[other] { $n } services
    }
    .capacity = the places of { $n ->
        [one] 1 service
       *[other] { $n } services
    }
    .payment = how { $n ->
        [one] 1 service is paid
       *[other] { $n } services are paid
    }
    .confirmed = { $n ->
        [one] 1 service confirmed
       *[other] { $n } services confirmed
    }
    .suspended = { $n ->
        [one] 1 service suspended
       *[other] { $n } services suspended
    }
    .resumed = { $n ->
        [one] 1 service back
       *[other] { $n } services back
    }
    .offer-added = +{ $n } { $n ->
        [one] offer
       *[other] offers
    }
    .offer-removed = -{ $n } { $n ->
        [one] offer
       *[other] offers
    }
    .offer-ended = { $n ->
        [one] 1 offer ended
       *[other] { $n } offers ended
    }
    .offer-changed = { $n ->
        [one] 1 offer changed
       *[other] { $n } offers changed
    }
    .offer-season = { $n ->
        [one] 1 offer with a new season
       *[other] { $n } offers with a new season
    }
    .offer-longer = { $n ->
        [one] 1 offer prolonged
       *[other] { $n } offers prolonged
    }
    .offer-shorter = { $n ->
        [one] 1 offer shortened
       *[other] { $n } offers shortened
    }
    .need-added = +{ $n } { $n ->
        [one] need
       *[other] needs
    }
    .need-removed = -{ $n } { $n ->
        [one] need
       *[other] needs
    }
    .need-changed = { $n ->
        [one] 1 need changed
       *[other] { $n } needs changed
    }
    .phrases = { $n ->
        [one] the phrases of 1 need
       *[other] the phrases of { $n } needs
    }
    .area-added = +{ $n } { $n ->
        [one] area
       *[other] areas
    }
    .area-removed = -{ $n } { $n ->
        [one] area
       *[other] areas
    }
    .area-changed = { $n ->
        [one] 1 area changed
       *[other] { $n } areas changed
    }
    .company-added = +{ $n } { $n ->
        [one] company
       *[other] companies
    }
    .company-removed = -{ $n } { $n ->
        [one] company
       *[other] companies
    }
    .company-changed = { $n ->
        [one] 1 company changed
       *[other] { $n } companies changed
    }
    .network-changed = the network (network.yaml)
    .neighbours = the towns outside (network.yaml)
    .outside-changed = the phrases that ask for nothing (outside.yaml)
    .concept-added = +{ $n } { $n ->
        [one] idea
       *[other] ideas
    }
    .concept-removed = -{ $n } { $n ->
        [one] idea
       *[other] ideas
    }
    .concept-changed = { $n ->
        [one] 1 idea changed
       *[other] { $n } ideas changed
    }
    .situation-added = +{ $n } { $n ->
        [one] situation
       *[other] situations
    }
    .situation-removed = -{ $n } { $n ->
        [one] situation
       *[other] situations
    }
    .steps = { $n ->
        [one] the steps of 1 situation
       *[other] the steps of { $n } situations
    }
    .situation-changed = { $n ->
        [one] 1 situation changed
       *[other] { $n } situations changed
    }
    .office-added = +{ $n } { $n ->
        [one] place outside of the network
       *[other] places outside of the network
    }
    .office-removed = -{ $n } { $n ->
        [one] place outside of the network
       *[other] places outside of the network
    }
    .office-changed = { $n ->
        [one] 1 place outside of the network changed
       *[other] { $n } places outside of the network changed
    }
    .golden-added = +{ $n } { $n ->
        [one] test question
       *[other] test questions
    }
    .golden-removed = -{ $n } { $n ->
        [one] test question
       *[other] test questions
    }
    .golden-changed = { $n ->
        [one] 1 test question changed
       *[other] { $n } test questions changed
    }
    .evaluation-added = +{ $n ->
        [one] 1 evaluation
       *[other] { $n } evaluations
    }
    .evaluation-added-late = +{ $n ->
        [one] 1 evaluation, after the programme began
       *[other] { $n } evaluations, after the programme began
    }
    .evaluation-removed = -{ $n ->
        [one] 1 evaluation
       *[other] { $n } evaluations
    }
    .evaluation-removed-late = -{ $n ->
        [one] 1 evaluation, after the programme began
       *[other] { $n } evaluations, after the programme began
    }
    .evaluation-changed = { $n ->
        [one] 1 part of the evaluation
       *[other] { $n } parts of the evaluation
    }
    .evaluation-changed-late = { $n ->
        [one] 1 part of the evaluation, after the start
       *[other] { $n } parts of the evaluation, after the start
    }
    .target-added = +{ $n } { $n ->
        [one] target
       *[other] targets
    }
    .target-removed = -{ $n } { $n ->
        [one] target
       *[other] targets
    }
    .target-changed = { $n ->
        [one] 1 target changed
       *[other] { $n } targets changed
    }
    .target-added-late = +{ $n } { $n ->
        [one] target, after the start
       *[other] targets, after the start
    }
    .target-removed-late = -{ $n } { $n ->
        [one] target, after the start
       *[other] targets, after the start
    }
    .target-changed-late = { $n ->
        [one] 1 target changed after the start
       *[other] { $n } targets changed after the start
    }

## What

change = { $name }
    .organization-added = new organization: { $name }
    .organization-removed = organization removed: { $name }
    .organization-changed = organization changed: { $name }
    .service-added = new service: { $name } ({ $of })
    .service-removed = service removed: { $name } ({ $of })
    .service-changed = service changed: { $name } ({ $of })
    .price = price of { $name } ({ $of })
    .hours = hours of { $name } ({ $of })
    .contact = contact of { $name }
    .place = place of { $name }
    .needs = needs that are answered by { $name } ({ $of })
    .text = text of { $name }
    .keywords = keywords of { $name } ({ $of })
    .languages = languages of { $name } ({ $of })
    .wait = waiting time of { $name } ({ $of })
    .duration = duration of { $name } ({ $of })
    .eligibility = who can have { $name } ({ $of })
    .capacity = places of { $name } ({ $of })
    .payment = how { $name } is paid ({ $of })
    .confirmed = confirmed: { $name } ({ $of })
    .suspended = suspended: { $name } ({ $of })
    .resumed = back: { $name } ({ $of })
    .offer-added = new offer: { $name } ({ $of })
    .offer-removed = offer removed: { $name } ({ $of })
    .offer-ended = offer ended: { $name } ({ $of })
    .offer-changed = offer changed: { $name } ({ $of })
    .offer-season = new season, who has taken one may take one again, and codes left over are not given any more: { $name } ({ $of })
    .offer-longer = offer prolonged, also for those who hold a code: { $name } ({ $of })
    .offer-shorter = offer shortened, but those who hold a code keep it until the day that they were promised: { $name } ({ $of })
    .need-added = new need: { $name }
    .need-removed = need removed: { $name }
    .need-changed = need changed: { $name }
    .phrases = phrases and words of { $name }
    .area-added = new area: { $name }
    .area-removed = area removed: { $name }
    .area-changed = area changed: { $name }
    .company-added = new company: { $name }
    .company-removed = company removed: { $name }
    .company-changed = company changed: { $name }
    .network-changed = the network (network.yaml): towns, desk, doors, numbers
    .neighbours = the towns outside that the bot knows (network.yaml)
    .outside-changed = the phrases that ask for nothing (outside.yaml)
    .concept-added = new idea: { $name }
    .concept-removed = idea removed: { $name }
    .concept-changed = idea changed: { $name }
    .situation-added = new situation: { $name }
    .situation-removed = situation removed: { $name }
    .steps = steps of: { $name }
    .situation-changed = situation changed: { $name }
    .office-added = new place outside of the network: { $name }
    .office-removed = place outside of the network removed: { $name }
    .office-changed = place outside of the network changed: { $name }
    .golden-added = new test question: “{ $name }”
    .golden-removed = test question removed: “{ $name }”
    .golden-changed = test question changed: “{ $name }”
    .evaluation-added = new evaluation: { $name }
    .evaluation-added-late = new evaluation, written after the programme began (the evaluation will say so): { $name }
    .evaluation-removed = evaluation removed: { $name }
    .evaluation-removed-late = evaluation removed after the programme began: { $name }
    .evaluation-changed = "{ $of }" of the evaluation: { $name }
    .evaluation-changed-late = "{ $of }" of the evaluation, changed after the start (the evaluation will say so): { $name }
    .target-added = new target: { $name }
    .target-removed = target removed: { $name }
    .target-changed = target changed: { $name }
    .target-added-late = target added after the start (the evaluation will say so): { $name }
    .target-removed-late = target removed after the start (the evaluation will say so): { $name }
    .target-changed-late = target { $name } changed after the start (the evaluation will say so)

## The test questions (golden.yaml)

golden-fails = “{ $say }” must lead to "{ $need }", and leads to "{ $got }".
golden-turns = “{ $say }” led to "{ $before }", now it leads to "{ $got }" ({ $verdict ->
        [right] and that is right
       *[wrong] and it should lead to "{ $need }"
    }).
golden-right = Test questions: { $right } of { $all } right.

## Publishing

changes-to = Against release { $number }: { $summary }
first-release = It is the first release.
answers-as-before = The phrases have not changed: the bot understands as before.
no-codes = No codes to give: “{ $offer }”. Until you import some, its card does not promise the discount.
leftover-codes = { $n ->
    [one] One free code is
   *[other] { $n } free codes are
} left of last season: “{ $offer }”. They are not given any more; to set them aside: “kmzero codes status --retire”.
ask-publish = Publish? [y/N]
not-published = Nothing was published.
overtaken = release { $number } was published meanwhile: look again at what changes, and try once more
learned-again = The phrases have changed: the bot learns them again, about twenty seconds…

## How the catalogue is

status-live = Since { $since } people see release { $number }: { $organizations ->
        [one] 1 organization
       *[other] { $organizations } organizations
    }, { $services ->
        [one] 1 service
       *[other] { $services } services
    }, { $offers ->
        [one] 1 offer open
       *[other] { $offers } offers open
    }.
status-failed = On { $at } publishing failed: { $problems ->
        [one] 1 error
       *[other] { $problems } errors
    }, the first at { $first }. People still see the release before it.
    .mended = The last failure was on { $at } ({ $problems ->
        [one] 1 error
       *[other] { $problems } errors
    }, the first at { $first }); after it all went well.
status-demonstration = This is a demonstration: organizations, prices and codes are invented.
status-unconfirmed = { $n ->
        [one] 1 service is unconfirmed
       *[other] { $n } services are unconfirmed
    } for more than { $days } days. “kmzero check” says which.
status-ending = { $n ->
        [one] 1 offer ends
       *[other] { $n } offers end
    } within { $days } days.
status-pool = Codes nearly gone: “{ $offer }”, { $free } of { $total } are left.
    .empty = Codes gone: “{ $offer }”.
status-well = Nothing else to do.

## Looking while somebody writes

watching = Watching { $folder }: save a file and I tell you if it is well. To end, press Ctrl and C.
watch-good = { $at } · All good.
watch-bad = { $at } · { $n ->
        [one] 1 problem.
       *[other] { $n } problems.
    }

## The archive that is sent as a zip file

bad-archive = this zip file cannot be used. Compress the folder again and send it once more.
    .broken = this file is no whole zip. Compress the folder again and send it once more.
    .other = this is no zip, though its name says so: it is an archive of another kind (RAR, 7z, gz). Compress the folder as .zip and send it once more.
    .empty = the zip is empty. Compress the folder with the .yaml files and send it once more.
    .nothing = there is no .yaml file in the zip that I can read; there are { $names }. Files must end in .yaml.
    .outside = a name in the zip leads out of the folder. Compress the knowledge folder only.
    .link = there is a link in the zip where a file should be. Put the real file there.
    .locked = the zip has a password, and I cannot open it. Compress the folder without a password.
    .twice = this name is in the zip twice. Keep one file only.
    .many = there are more than { $limit } files in the zip. Compress the knowledge folder only.
    .big = opened, the zip is larger than { $limit } MB. Compress the knowledge folder only.
    .packed = opened, this file of the zip becomes more than { $limit } times larger: it is no ordinary text. Remove it.

## What is asked once more before publishing

doubt = something in this release is unusual.
    .no-companies = there is no company. Nobody can come in with a link, and after two weeks those who are in leave the network.
    .few-companies = { $gone ->
        [one] one company
       *[other] { $gone } companies
    } of { $before } would go, more than half. After two weeks those who work there leave the network. A company that leaves stays in the list, with its last day in "member".
    .empty = there is no service: whoever writes finds nothing.
    .few-services = { $gone ->
        [one] one service
       *[other] { $gone } services
    } of { $before } would go, more than half. Are some of the files missing?
    .wrong-answers = { $n ->
        [one] one test question has the wrong answer
       *[other] { $n } test questions have the wrong answer
    }: { $said }. Mend the phrases or the question.
    .no-evaluation = the evaluation "{ $name }" began on { $first }, and this release does not have it (or with another id): its forms and its document cannot be made. Put evaluation.yaml back, with id: { $id }.
ask-publish-anyway = Publish all the same? [y/N]
not-allowed = Nothing was published. If it is just what you want, add { $options }.
ask-rollback = Back to release { $number }? [y/N]
not-rolled-back = I have changed nothing.

## How good an entry is

quality-total = points
quality-freshness = fresh (30)
quality-contact = contact (20)
quality-next-step = next step (20)
quality-description = description (15)
quality-answers = answers (15)
quality-needs-release = the files have errors: mend them first with “kmzero check”, then I look how good the entries are
