"""Which person of the event a row is about.

By the key of our own table, then by the e-mail address, then, where there is no address to go by,
by the name: a list typed from paper must not put those who enrolled onto the list once more.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from lms.core.tables.problems import Problem
from lms.core.text import fold
from lms.training.models import Participant, TrainingEvent
from lms.training.participant_files import columns
from lms.training.participant_files.reading import SaidRow
from lms.training.person_keys import person_key

# {line: (person, whether only the name tells)}
Matched = dict[int, tuple[Participant, bool]]


def known_people(event: TrainingEvent) -> list[Participant]:
    """Everybody who was ever on the list, also those who withdrew or were erased. One query."""
    return list(event.participants.order_by("pk"))


def match_rows(
    rows: Sequence[SaidRow], people: Sequence[Participant], problems: list[Problem]
) -> Matched:
    """The people that rows are about; a row about nobody is not among them. What cannot be told is
    noted."""
    matched: Matched = {}
    by_id = {str(one.public_id): one for one in people}
    by_key = {one.person_key: one for one in people}
    addresses: dict[str, int] = {}
    for row in rows:
        key = person_key(row.email) if row.email else ""
        holder = by_key.get(key)
        if key and addresses.setdefault(key, row.line) != row.line:
            reason = _(
                "este aceeași adresă ca pe rândul %d; o adresă este a unei singure persoane, iar "
                "celulele celorlalte rămân goale"
            )
            problems.append(Problem(row.line, columns.EMAIL, reason % addresses[key]))
        person = by_id.get(row.key) if row.key else holder
        if row.key and person is None:
            reason = _("nu este a nimănui de pe această listă; goliți celula")
            problems.append(Problem(row.line, columns.KEY, reason))
        elif person and holder and holder != person:
            reason = _("este adresa altcuiva de pe listă")
            problems.append(Problem(row.line, columns.EMAIL, reason))
        if person:
            matched[row.line] = person, False
    rest = [row for row in rows if row.line not in matched and not row.key and row.name]
    _match_by_name(rest, people, matched, problems)
    return matched


def _match_by_name(
    rows: Iterable[SaidRow],
    people: Sequence[Participant],
    matched: Matched,
    problems: list[Problem],
) -> None:
    """First those whose institution is the same too, then those of whom one does not say it: two
    people of one name at two schools are two people."""
    taken = {person.pk for person, _by_name in matched.values()}
    by_name: dict[str, list[Participant]] = {}
    # Whoever is known without an address comes first: of two, that is the one a list has.
    for person in sorted(people, key=lambda one: (bool(one.email), one.pk)):
        if person.name and not person.erased_at:
            by_name.setdefault(fold(person.name), []).append(person)

    def candidates(row: SaidRow) -> list[Participant]:
        found = by_name.get(fold(row.name), [])
        return [one for one in found if one.pk not in taken and not (row.email and one.email)]

    unmatched = []
    for row in rows:
        where = fold(row.institution)
        same = [one for one in candidates(row) if fold(one.institution) == where]
        if same:
            taken.add(same[0].pk)
            matched[row.line] = same[0], True
        else:
            unmatched.append(row)
    for row in unmatched:
        near = [one for one in candidates(row) if not (row.institution and one.institution)]
        if len(near) == 1:
            taken.add(near[0].pk)
            matched[row.line] = near[0], True
        elif near:
            reason = _("sunt mai multe persoane cu acest nume pe listă; scrieți adresa sau cheia")
            problems.append(Problem(row.line, columns.NAME, reason))
