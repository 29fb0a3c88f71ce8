"""Numbers by key and by row, in arrays."""
