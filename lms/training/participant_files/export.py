"""The list of an event as a table: it changes nothing when it is read back."""

from collections.abc import Iterator, Sequence

from django.utils.translation import override

from lms.core.audiences import Audience
from lms.core.tables.writing import table_file
from lms.training.enums import Enrolment
from lms.training.models import TrainingEvent, TrainingSitting
from lms.training.participant_files import columns
from lms.training.participant_files.columns import sitting_title
from lms.training.selectors.rosters import marks_of

_PEOPLE = (
    columns.NAME, columns.EMAIL, columns.AUDIENCE, columns.INSTITUTION, columns.COUNTY
)  # fmt: skip
_WIDTHS, _SITTING_WIDTH, _KEY_WIDTH = (30, 32, 30, 34, 16), 14, 38
_MARKS = {True: "da", False: "nu", None: ""}


def list_file(event: TrainingEvent, kind: str) -> bytes:
    """Everybody who is on the list or waits for a place, as a file of one of KINDS."""
    sittings = list(event.sittings.order_by("number"))
    titles = [*_PEOPLE, *map(sitting_title, sittings), columns.KEY]
    widths = [*_WIDTHS, *[_SITTING_WIDTH] * len(sittings), _KEY_WIDTH]
    return table_file([titles, *_rows(event, sittings)], kind, widths=widths, freeze="B2")


def _rows(event: TrainingEvent, sittings: Sequence[TrainingSitting]) -> Iterator[list[object]]:
    said = marks_of(event)
    people = event.participants.exclude(enrolment=Enrolment.WITHDRAWN).filter(erased_at=None)
    with override("ro"):
        groups = {code: str(label) for code, label in Audience.choices}
    for person in people.select_related("county").order_by("name", "pk"):
        marks = [_MARKS[said.get((person.pk, sitting.pk))] for sitting in sittings]
        yield [
            person.name, person.email, groups[person.audience], person.institution,
            str(person.county or ""), *marks, str(person.public_id),
        ]  # fmt: skip
