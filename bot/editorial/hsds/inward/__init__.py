"""An HSDS package, of ours or of others, as organizations of a knowledge folder."""
