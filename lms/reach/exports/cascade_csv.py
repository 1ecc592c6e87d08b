"""The cascade of trainings as CSV: a line for each training, in units that nobody may add."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lms.core.safe_cell import write_csv
from lms.reach.selectors.cascade import Cascade, CascadeBranch, CascadeTraining


def cascade_csv(cascade: Cascade) -> Iterator[bytes]:
    """The trainings of all branches, in the words of the reader's language."""
    return write_csv(_rows(cascade))


def _rows(cascade: Cascade) -> Iterator[list[object]]:
    yield [
        _("formatori"), _("codul formării"), _("formarea"), _("organizator"), _("data"),
        _("persoane formate"), _("dintre ele fără adresă"), _("au ținut ore"), _("sesiuni"),
        _("fete"), _("băieți"), _("fără precizare"), _("participări ale elevilor"),
        _("elevi diferiți (estimat)"),
    ]  # fmt: skip
    for branch in cascade.branches:
        for training in branch.trainings:
            yield _row(branch, training)


def _row(branch: CascadeBranch, training: CascadeTraining) -> list[object]:
    event, reached = training.event, training.reached
    return [
        branch.trainers, event.code, str(event), str(event.organiser), training.held_on,
        reached.trained, reached.unknown, reached.taught, reached.cell.sessions,
        reached.cell.girls, reached.cell.boys, reached.cell.undisclosed, reached.cell.pupils,
        reached.different,
    ]  # fmt: skip
