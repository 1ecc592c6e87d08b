"""Schools, lessons and organisations as a file names them, each looked up once a file."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from lessons.models import LessonPlanPage
from lms.core.text import fold
from lms.organisations.models import MemberOrganisation, School
from lms.organisations.selectors import find_schools
from lms.people.models import User

SIIIR_LENGTH = 10
# How people and our own export say that there was no organisation.
_NO_ORGANISATION = frozenset({"fara", "fara organizatie", "niciuna", "-"})


def _names_of(plan: LessonPlanPage) -> Iterator[str]:
    """What a file may call a plan: its address word, its title, the title with the subtitle as the
    catalogue has it, and with the grades as our exports have it, in each language of the site."""
    yield plan.slug
    yield _plain(plan.title)
    yield _plain(f"{plan.title}, {plan.subtitle}")
    for language, _name in settings.LANGUAGES:
        with override(language):
            yield _plain(f"{plan.title} ({plan.grades_label})")


def _plain(text: str) -> str:
    """Folded, with the one dash that a keyboard has."""
    return fold(text).replace("–", "-")


class Registers:
    """What the cells of one file may name. `organisation` holds where the file names none."""

    def __init__(self, user: User, organisation: MemberOrganisation | None) -> None:
        self._organisation = organisation
        self._may_name_any = user.has_perm("classrooms.see_all_class_sessions")
        organisations = list(MemberOrganisation.objects.all())
        self._organisations = {fold(org.code): org for org in organisations}
        self._organisations |= {fold(org.name): org for org in organisations}
        plans = LessonPlanPage.objects.select_related("locale").defer("body").order_by("-pk")
        self._plans: dict[str, list[LessonPlanPage]] = {}
        for plan in plans:
            for key in set(_names_of(plan)):
                self._plans.setdefault(key, []).append(plan)
        self._schools: dict[tuple[str, str], School | None] = {}

    @property
    def may_verify(self) -> bool:
        """Whether the user's word makes a session verified; a member's own file only reports."""
        return self._may_name_any

    def organisation(self, text: str) -> MemberOrganisation | None:
        """Raises ValueError for one that is unknown or not this user's to speak for."""
        if not text:
            return self._organisation
        if fold(text) in _NO_ORGANISATION:
            return None
        found = self._organisations.get(fold(text))
        if found is None:
            raise ValueError(_("organizația „%s” nu este în listă") % text)
        if found != self._organisation and not self._may_name_any:
            raise ValueError(_("puteți importa doar pentru organizația dumneavoastră"))
        return found

    def lesson(self, text: str, grade: int | None) -> LessonPlanPage | None:
        """The plan by its address word or its title; None for a lesson from elsewhere. Where plans
        share a title, the one for the grade is meant.

        Raises ValueError when that does not tell which.
        """
        found = self._plans.get(text) or self._plans.get(_plain(text)) or []
        if len({plan.translation_key for plan in found}) > 1:
            found = [plan for plan in found if grade in plan.grades]
            if not found:
                raise ValueError(
                    _("sunt mai multe lecții „%s”; scrieți și clasele, ca în „(V–VIII)”") % text
                )
        return found[-1] if found else None

    def school(self, code: str, words: str) -> School | None:
        """The school by its code, else by its name and place; None when a code is unknown.

        Raises ValueError when there is no code and the words name none or several.
        """
        key = (code, fold(words))
        if key not in self._schools:
            self._schools[key] = self._by_code(code) if code else self._by_words(words)
        return self._schools[key]

    def _by_code(self, code: str) -> School | None:
        # A spreadsheet takes the leading zeros of a code away.
        codes = {code, code.zfill(SIIIR_LENGTH) if code.isdigit() else code}
        found = School.objects.filter(siiir__in=codes).select_related("merged_into").first()
        return (found.merged_into or found) if found else None

    def _by_words(self, words: str) -> School:
        if not words.strip():
            raise ValueError(_("lipsește școala"))
        found = find_schools(words, limit=20)
        exact = [school for school in found if fold(school.name) in fold(words)]
        matching = exact if len(found) > 1 and len(exact) == 1 else found
        if len(matching) == 1:
            return matching[0]
        if matching:
            raise ValueError(_("sunt mai multe școli „%s”; adăugați localitatea sau SIIIR") % words)
        raise ValueError(_("nu am găsit școala „%s”; scrieți codul SIIIR") % words)
