### The telephones and computers on which the desk is open.

devices-menu = Telephones and computers
devices = Where the desk is open
devices-opened = Opened on { $day }.
devices-waits = Link of { $day }, not opened yet.
devices-here = This one.
devices-remove = Close
devices-remove-here = Close here
devices-remove-named = Close number { $number }, of { $day }
devices-add = Add a telephone or a computer
devices-about = If a telephone is lost, or whoever used it does not work with you any more, close it here: from then on it opens nothing.
devices-added = The link for the other telephone or computer
devices-added-do = Scan the QR with the other telephone, or open the link there. It opens once, until tomorrow. You see it now; after loading the page again you do not.
devices-qr = The link as a QR
