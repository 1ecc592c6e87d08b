"""`python -m media.h5p check FILE` says whether a package is good; `info FILE` what is in it.

Exit codes: 0 the package is good, 1 it is refused, 2 it cannot be opened.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence

from media.h5p.checking import check
from media.h5p.errors import Problem, shown
from media.h5p.verdict import Verdict

GOOD, REFUSED, UNREADABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m media.h5p", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in (("check", "say what is wrong"), ("info", "say what is in it")):
        command = commands.add_parser(name, help=what)
        command.add_argument("file", help="a package: a file that ends in .h5p")
        command.add_argument("--json", action="store_true", help="for programs")
    options = parser.parse_args(arguments)
    try:
        verdict = check(options.file)
    except OSError as error:
        print(f"{options.file}: {error.strerror or error}", file=sys.stderr)
        return UNREADABLE
    if options.json:
        print(json.dumps(verdict.as_dict(), ensure_ascii=False, indent=2))
    else:
        lines = report(verdict) if options.command == "check" else description(verdict)
        print("\n".join(lines))
    return GOOD if verdict.ok else REFUSED


def report(verdict: Verdict) -> Iterator[str]:
    """What is wrong, a line each, and the answer."""
    yield from (_line("error", one) for one in verdict.errors)
    yield from (_line("warning", one) for one in verdict.warnings)
    count = len(verdict.errors)
    yield "good" if verdict.ok else f"refused: {count} {'error' if count == 1 else 'errors'}"


def description(verdict: Verdict) -> Iterator[str]:
    """What is in the package, for a person."""
    sizes = verdict.sizes
    yield f"title      {shown(verdict.title)}"
    yield f"plays with {verdict.main_library or 'nothing that could be read'}"
    yield f"language   {verdict.language}"
    yield f"languages  {' '.join(verdict.languages)}"
    yield f"licences   {shown(', '.join(verdict.licences))}"
    yield f"hosts      {shown(' '.join(verdict.hosts))}"
    yield f"needs eval {'yes' if verdict.needs_eval else 'no'}"
    yield (
        f"bytes      {sizes.archive:,} packed; content {sizes.content:,}, "
        f"libraries {sizes.libraries:,} in {sizes.files:,} files"
    )
    for library in verdict.libraries:
        marks = " eval" if library.needs_eval else ""
        yield (
            f"library    {library.name.machine_name} {library.version} "
            f"({shown(library.licence) or 'no licence given'}) {library.size:,} bytes{marks}"
        )
    yield from (f"missing    {name}" for name in verdict.missing)


def _line(kind: str, problem: Problem) -> str:
    return f"{kind:8}{problem.code:28} {problem.path}: {problem.message}"


if __name__ == "__main__":
    sys.exit(main())
