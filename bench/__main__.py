"""Run the parts that are named, or all: python -m bench [--short] [PART...]."""

from __future__ import annotations

import subprocess
import sys

from kawat.settings import one_core

PARTS = (
    "accuracy", "attribution", "blind", "copies", "coreference", "cost", "five", "linked", "speed", "stories",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run each part and return how many failed."""
    short = [a for a in arguments if a == "--short"]
    wanted = [a for a in arguments if a not in short] or PARTS
    if unknown := set(wanted) - set(PARTS):
        print(f"no part {', '.join(sorted(unknown))}; there are: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    one_core()  # as the command line does
    runs = [[sys.executable, "-m", f"bench.{part}", *short] for part in wanted]
    return sum(subprocess.run(run, check=False).returncode != 0 for run in runs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
