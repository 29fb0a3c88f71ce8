"""Exit codes that scripts can rely on."""

FOUND = 0
NOTHING = 1
WRONG = 2
AMBIGUOUS = 3

# of `afgraph pack check` and `afgraph pack diff`
CLEAN = 0
WARNED = 1
SAME = 0
DIFFERENT = 1
