# The forms of the evaluation: of who works in the companies, and of companies and organizations.

form-question =
    <b>{ $n } of { $of }</b>
    { $ask }

## Who works in the companies

form-invitation = Would you tell us how it went so far? { $n ->
        [one] It is one question with buttons
       *[other] They are { $n } questions with buttons
    }, and you can skip what you like. Answers are read in totals only, never one by one.
form-yes = All right
form-no = No, thanks
form-skip = Skip
form-enough = That's enough
form-thanks = Thank you! Your answers count in the totals only. If you need something else, write to me.
form-stopped = All right, I will not ask again. If you need something else, write to me.
form-closed = The form is closed: thank you all the same. What do you need?

## Companies and organizations

sheet-hello =
    <b>{ $programme }</b>
    Answering: { $owner }. { $of ->
        [one] It is one question with buttons.
       *[other] They are { $of } questions with buttons, one minute in all.
    } The first answer to each question counts. If you stop, open the same link again: you go on from there.
sheet-onward =
    <b>{ $programme }</b>
    Answering: { $owner }. The answers given so far are here: it goes on where you stopped.
sheet-thanks = Thank you! All answers of { $owner } have arrived.
sheet-done = Thank you, you have answered already: all answers of { $owner } are here.
sheet-closed = This form is closed and takes no more answers. If you want to tell us something, there is the network's desk:
sheet-revoked = This link was replaced by a new one. Ask whoever sent it to you, or the network's desk:
