"""A diploma of a whole class: what it went through and when. Nobody's name is on it."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from lms.classrooms.models import SchoolClass
from lms.classrooms.receipts.documents import frame, printed
from lms.core.numbers import format_date


def diploma_pdf(school_class: SchoolClass) -> bytes:
    """One page, lying, in the language of the module."""
    module = school_class.module
    with override(module.locale.language_code):
        day = timezone.localdate(school_class.opened_at)
        made_at = timezone.now()
        data = {
            **frame(_("Diplomă de clasă"), made_at),
            "given_to": _("Se acordă clasei"),
            "name": school_class.class_label or _("noastre"),
            "statement": _("care a parcurs împreună modulul"),
            "module": module.title,
            "takeaways_label": _("Ținem minte"),
            "takeaways": module.takeaway_list,
            "day_label": _("Data"),
            "day": format_date(day),
            "teacher_label": _("Profesor"),
        }
        return printed("diploma", data, made_at)
