"""Offers taken: claims that cannot give one code to two people, pools, and what a person holds."""
