"""Exit codes that scripts can rely on."""

FOUND = 0
NOTHING = 1
WRONG = 2
AMBIGUOUS = 3
