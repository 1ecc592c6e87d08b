"""The completions behind a figure as CSV."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from lms.core.safe_cell import write_csv
from lms.reach.online_listing import NamedLine
from lms.reach.online_tables import online_header


def completions_csv(lines: Iterable[NamedLine]) -> Iterator[bytes]:
    """One line a class, module and day."""
    return write_csv(_lines(lines))


def _lines(lines: Iterable[NamedLine]) -> Iterator[list[object]]:
    yield [
        _("data"), _("modul"), _("denumire"), _("vârsta"), _("clasa"), _("codul clasei"),
        _("sesiunea la clasă"), *online_header(),
    ]  # fmt: skip
    for named in lines:
        line = named.line
        yield [
            line.date, line.module, named.module, named.age, line.class_label, named.group_mark,
            line.session, *line.cell,
        ]  # fmt: skip
