"""Where a text may name somebody: listed names, what stands beside them, what looks like a name."""
