from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LessonsConfig(AppConfig):
    name = "lessons"
    label = "lessons"
    verbose_name = _("Lecții")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from lessons.models import CaseStudy, Kit, LessonPlanPage, Statistic
        from lessons.selectors import reminder_data, resolve_statistic
        from lessons.services import rebuild_changed_kits, send_due_reminders
        from lessons.tasks import build_kit_of_page
        from lms.core import facts, generation, schedule
        from lms.people import personal_data

        generation.watch(CaseStudy, Kit, Statistic)
        facts.register(resolve_statistic)
        personal_data.register("reminders", reminder_data)
        schedule.register("lessons: kits whose parts changed", rebuild_changed_kits)
        schedule.register("lessons: reminders after a download", send_due_reminders)
        page_published.connect(
            build_kit_of_page, sender=LessonPlanPage, dispatch_uid="lessons-build-kit"
        )
