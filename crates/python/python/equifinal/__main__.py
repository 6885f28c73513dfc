"""The command ``equifinal``, also as ``python -m equifinal``."""

import sys

from ._equifinal import command


def main() -> int:
    """Runs the command line of the process; returns the exit code of the command."""
    return command(["equifinal", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
