### An organization's figures.

desk-figures-menu = Your figures
figures = Your figures
figures-about = How many people saw your services and took a discount, of all companies together. Of no person, and of no company.
figures-open = People and discounts are counted when the quarter is over, in its report. Until then there are only the codes that you marked.
figures-shown = People who saw it
figures-claimed = People who took the discount
figures-refused = People who were not accepted
figures-used = Codes that you marked as used
figures-hidden = hidden
figures-not-counted = not counted yet
figures-why = Why not
figures-why-about = Why those who tried were not helped, in the whole network: of a single service they would be too few. It is in the evaluation, and does not change any more.
figures-reason = Reason
figures-people = People
figures-why-hidden = Hidden, since fewer than { $fewest } people said so, or since they would tell too much beside other figures: { $reasons }.
figures-why-open = Open your page of the evaluation
figures-why-none = The reasons are in the evaluation of the programme, once it is out. Nobody tells them before.
figures-hidden-why = Why some figures are hidden
figures-hidden-rule = “Hidden” means fewer than { $fewest } people, perhaps none, or a figure that would tell too much beside others: somebody could be recognized.
figures-used-rule = The codes used are exact, since you marked them yourselves. They are codes, not people: whoever has two counts twice, and whoever opens an old code again counts among those who took the discount. So the two figures are not to be subtracted.
