"""A release as an HSDS package."""
