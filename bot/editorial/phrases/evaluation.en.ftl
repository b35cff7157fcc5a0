# What the commands of the evaluation say.

no-evaluation = no evaluation is published: write { $folder }/evaluation.yaml, then kmzero publish
evaluation-not-begun = the programme begins on { $day }: the forms open from that day on
evaluation-published = the figures of this evaluation are published already: its forms do not open again
links-file-is-there = { $file }: it is there already, and the links in it cannot be made again; choose another name
no-such-owner = { $id }: there is none; there are { $known }
forms-not-open = the forms are not open: kmzero evaluation open opens them
ask-open-forms = Open the forms of "{ $name }"? Employees find theirs in the chat, and there are { $links } links for companies and organizations. [y/N]
ask-close-forms = Close the forms of "{ $name }"? Nobody can answer afterwards. [y/N]
forms-unchanged = Nothing was changed.
forms-reopened = The forms were closed: from now on they can be answered again.
forms-open = Forms open: { $new ->
        [0] no new link
        [one] 1 new link
       *[other] { $new } new links
    }{ $old ->
        [0] {""}
       *[other] , { $old } were there already
    }. Each link is shown only now: who loses it gets a new one from kmzero evaluation link.
forms-are-closed = Forms closed: the answers stay, and nobody adds any.

## How far it is

forms-never = Forms never opened.
forms-opened = Forms open since { $day }.
forms-closed = Forms closed on { $day }.
forms-published = Evaluation published on { $day }.
forms-of-employees = Employees: { $offered } were asked, { $answered } answered (rounded).
forms-of-companies = Companies: { $answered } of { $sent } have answered everything.
forms-of-organizations = Organizations: { $answered } of { $sent } have answered everything.
form-answered = has answered
form-begun = has begun
form-waiting = not yet
