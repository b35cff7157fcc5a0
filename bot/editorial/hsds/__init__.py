"""HSDS 3.0, Open Referral's exchange format: out in JSON and as a tabular data package, in from both and from 1.1."""
