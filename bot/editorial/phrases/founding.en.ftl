# What `kmzero new` asks and says, and what `kmzero needs list` lists.

founding-needed = an answer is needed here. Write it, then press Enter.
founding-languages = { $given } will not do: write it, en, or both with a comma between (it,en). The first one is that of the notes in the files.
founding-country = I do not know the country { $given }. Write its two letters: IT for Italy.
founding-emergency = I am not sure of the emergency numbers of { $country }. Write the one to call when there is danger.
founding-point = I find no point in "{ $given }". Write latitude and longitude as a map gives them: "45.1234, 9.5678".
    .range = { $given } is no point on earth: a latitude goes from -90 to 90, a longitude from -180 to 180. Copy them from the map again.
    .turned = { $given }: they seem to be swapped, first comes the latitude and then the longitude. Write "{ $turned }".
    .elsewhere = { $given } is far from the country { $country }, and near another one. Copy the point from the map again, or mend the country.
    .twice = { $town } is there already.
    .far = { $given } is { $km } km from { $other }: usually a digit is missing, or wrong. Copy the point from the map again.
founding-town = I find no town in "{ $given }". Write its name, a colon and the point of its centre: "Name:45.1234,9.5678".

ask-languages = Languages of the network (it, en)
ask-name = Name of the network
ask-country = Country, in two letters
ask-town = Name of a town of the network
ask-another-town = Another town (Enter if there is none)
ask-point = Its centre: latitude and longitude, copied from a map
ask-controller = Who answers for people's data (the body, as it signs)
ask-email = E-mail of the desk and for privacy
ask-phone = Telephone of the desk
ask-hours = Hours of the desk
ask-address = Address of the desk (Enter if there is none)
ask-emergency = Number to call when there is danger

founding-emergency-numbers = Emergency numbers: { $numbers }. They are in network.yaml: check them.
founding-begins = I ask a few questions and write the folder { $folder }. Nothing is written until the end; to stop, press Ctrl and C.
founding-written = Done: { $folder } is the folder of your network, with an example organization and an example company. The next three commands:
founding-taken = { $folder }: there is something here already, and I touch nothing. Choose a folder that is not there, or empty this one.
founding-no-parent = { $folder }: there is no folder { $parent }. Make it, or choose another place.
founding-missing = the answer to "{ $question }" is missing, and there is nobody to ask: add { $option }. Nothing was written.
founding-unfit = { $option }: { $reason } Nothing was written.

needs-listed = { $served ->
        [one] One need of { $all } has a service at least.
       *[other] { $served } needs of { $all } have a service at least.
    }
needs-services = { $n ->
        [0] -
        [one] 1 service
       *[other] { $n } services
    }
