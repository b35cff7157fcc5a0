"""The files of a folder: which are read, which are left aside and why, and how a zip becomes them."""
