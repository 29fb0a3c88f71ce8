"""`python -m afgraph`."""

import sys

from afgraph.cli import main

if __name__ == "__main__":
    sys.exit(main())
