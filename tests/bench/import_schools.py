"""How long a register of 20 000 schools takes: `python tests/bench/import_schools.py` with DEMO=1.

Uses a database of its own in a temporary folder. Prints seconds for a first import, for the same
file again, and for one with every name changed.
"""

import csv
import os
import sys
import tempfile
import time
from pathlib import Path

ROWS = 20_000


def write_register(path: Path, counties: list[str], note: str) -> None:
    """A register of ROWS invented schools, five to a locality."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Cod SIIIR", "Denumire", "Județ", "Localitate", "Mediu", "Nivel"])
        for number in range(ROWS):
            county = counties[number % len(counties)]
            place = f"Localitatea {number // (5 * len(counties))}"
            name = f"Școala Gimnazială nr. {number} {note}".strip()
            writer.writerow([f"{number:010d}", name, county, place, "rural", "gimnaziu"])


def main() -> None:
    """Set up, import three times, print."""
    folder = Path(tempfile.mkdtemp(prefix="protect-bench-"))
    os.environ.update(DEMO="1", VAR_DIR=str(folder), DJANGO_SETTINGS_MODULE="lms.settings")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    import django

    django.setup()
    from django.core.management import call_command

    from lms.organisations.models import County
    from lms.organisations.starter import load

    call_command("migrate", verbosity=0)
    load()
    counties = list(County.objects.values_list("name", flat=True))
    file = folder / "register.csv"
    for title, note in (("first", ""), ("the same again", ""), ("all changed", "bis")):
        write_register(file, counties, note)
        started = time.perf_counter()
        call_command("import_schools", str(file), stdout=sys.stderr)
        print(f"{title}: {time.perf_counter() - started:.1f} s for {ROWS} rows")


if __name__ == "__main__":
    main()
