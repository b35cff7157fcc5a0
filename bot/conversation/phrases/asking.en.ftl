# What the bot asks first, and how it answers. asking.it.ftl has the same ids.

## How did it go? The question names nothing: it can be read on a locked phone.

heard-ask = How did it go? If you like, tell me with one tap: it only goes into a total, without your name.
heard-yes = Yes, they helped me
heard-no = I asked, but it is not possible
heard-wait = Not yet
heard-never = Do not ask me again
heard-thanks = Thank you for telling me.
heard-thanks-yes = I am really glad that it went well with “{ $service }” 😊 Thank you for telling me. If you need anything else, I am here.
heard-wait-once = All right, no hurry. About “{ $service }” I ask you once more, and that is it.
heard-wait-last = All right, no hurry. About “{ $service }” I will not ask you again.
heard-which = This is about “{ $service }”. Did you ask them and it is not possible, or have you not asked yet?
heard-why = I am sorry. What was wrong with “{ $service }”?
not-full = There is no place
not-dear = It costs too much
not-far = It is too far
not-hours = The hours
not-not = It is not for me
not-mute = Nobody answers
not-code = They did not take the code
not-other = I am sorry. For the same need there is this too:

## What held you back?

why-ask =
    One question only, if you like: what held you back last time?
    🎲 Before writing to you I rolled a die and did not look how it fell. { $true } times in 10 the button says what is written on it, { $chance } times in 10 it says something by chance. So nobody can know whether the answer is yours, not even me: only the total of many counts.
why-known = I am afraid that people learn of it
why-shame = I am ashamed
why-trust = I do not trust it
why-costs = The cost, the distance, the hours
why-steps = I did not understand how it works
why-ended = I did not need it any more
why-thanks = Thank you. If you need anything, write to me any time.

## Turning it off and on

asking-is-on = 🔔 Now and then I ask you how it went, at most once a week.
asking-is-off = 🔕 You turned my questions off: I do not ask you how it went.
asking-off = All right, I ask you nothing any more. You can turn it on again here or in /privacy.
asking-on = All right: now and then I ask you how it went. You can turn it off here or in /privacy.
asking-off-button = 🔕 No questions
asking-on-button = 🔔 Do ask me
