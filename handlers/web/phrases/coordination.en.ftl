### The coordinators’ pages. Messages of the desk are those of the chat: they lie in bot/coordination/phrases.

coord-title = Coordination
coord-status = How things stand
coord-needs = Needs without an answer
coord-services = Services
coord-service = The card
coord-reports = Reports
coord-catalogue = 🔎 Find a service
coord-kit = 📣 Kit for a company
coord-file = 📎 Download { $name }
coord-answer = Your answer
coord-answer-button = Answer
coord-send = Send a file
coord-send-about = A .yaml file, the .zip of the folder, or codes or a table of services in a spreadsheet. 5 MB at most. Before anything is published I show you what changes.
coord-send-button = Send
coord-before = Before

coord-wait = One moment
coord-wait-about = This page reloads by itself. You may also close it: the result waits for you here for a day.
coord-wait-link = See whether it is ready
coord-wait-desk = Back to the desk

coord-filter = Which services
coord-filter-all = All ({ $count })
coord-filter-old = To confirm again ({ $count })
coord-filter-suspended = Suspended ({ $count })
coord-filter-full = Full ({ $count })
coord-filter-silent = Not answering ({ $count })
coord-order = In which order
coord-order-age = By last confirmation
coord-order-name = By name
coord-order-organization = By organization
coord-column-service = Service
coord-column-checked = Last confirmed
coord-column-state = State
coord-age = { $count ->
    [0] today
    [one] yesterday
   *[other] { $count } days ago
}
coord-never = never
coord-old = to confirm again
coord-state-suspended = ⏸ Suspended
coord-state-full = ⏳ Full until { $day }
coord-state-silent = 📵 Not answering
coord-state-well = Online
coord-no-services = There is no service here.
coord-more-services = { $count ->
    [one] One more service has no room: choose which to see above, or find it from the desk.
   *[other] { $count } more services have no room: choose which to see above, or find them from the desk.
}

coord-reports-about = These are the reports already published, as their readers got them. Looking at them publishes nothing.
coord-no-reports = No quarter was published yet.
coord-quarter = Quarter { $quarter }
coord-evaluation = Evaluation { $name }
coord-report-network = The network
coord-report-company = Company: { $name }
coord-report-group = The smallest companies, together
coord-report-organization = Organization: { $name }
coord-report-not-made = The figures are there, the files are not: whoever runs the server writes them with “kmzero report”.
