"""Run the parts that are named, or all: python -m bench [PART...] [--short], python -m bench PART [OPTION...]."""

from __future__ import annotations

import subprocess
import sys

from kawat.settings import one_core

PARTS = (
    "accuracy", "attribution", "blind", "copies", "coreference", "cost", "desk", "five", "grammar", "linked", "speed",
    "stories",
)  # fmt: skip
ASKED = ("sealed",)  # only when it is asked for


def main(arguments: list[str]) -> int:
    """Run each part and return how many failed."""
    first = next((n for n, a in enumerate(arguments) if a.startswith("-")), len(arguments))
    wanted, options = arguments[:first] or PARTS, arguments[first:]
    if options != ["--short"] and options and len(wanted) > 1:
        print("name one part before its options", file=sys.stderr)
        return 2
    if unknown := set(wanted) - {*PARTS, *ASKED}:
        print(f"no part {', '.join(sorted(unknown))}; there are: {', '.join(PARTS + ASKED)}", file=sys.stderr)
        return 2
    one_core()  # as the command line does
    runs = [[sys.executable, "-m", f"bench.{part}", *options] for part in wanted]
    return sum(subprocess.run(run, check=False).returncode != 0 for run in runs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
