"""Drawing pages, for the kit and for the reports: a PDF, and the same page as a picture."""
