from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReachConfig(AppConfig):
    name = "lms.reach"
    label = "reach"
    verbose_name = _("Raport")

    def ready(self) -> None:
        from lessons.models import ModuleCompletion
        from lms.classrooms import decisions
        from lms.core import generation, schedule
        from lms.organisations.models import School, SchoolRequest
        from lms.people import links, todo
        from lms.reach import home
        from lms.reach.models import DeclaredFigureRevision
        from lms.reach.selectors.provisional import count_provisional_years
        from lms.reach.services.checking import check_nightly
        from lms.reach.services.lines import refresh_lines
        from lms.reach.services.periods import open_due_periods
        from lms.reach.services.reminding import remind_by_the_clock
        from lms.reach.services.rollups import refresh_rollups
        from lms.reach.services.sessions import note_decision

        # Public figures are grouped by the school list: a school that moves county moves them.
        generation.watch(School, SchoolRequest, ModuleCompletion, kind=generation.FIGURES)
        schedule.register("reach: sessions judged again", refresh_lines)
        schedule.register("reach: monthly sums", refresh_rollups)
        schedule.register("reach: lines and sums compared at night", check_nightly)
        generation.watch(DeclaredFigureRevision, kind=generation.FIGURES)
        decisions.when_decided("reach decisions", note_decision)
        links.register("reach report", home.report_links)
        todo.register("reach report", home.report_todo)
        todo.register("reach figures", home.figures_todo)
        schedule.register("reach: periods of the running and the last year", open_due_periods)
        schedule.register("reach: reminders of a deadline", remind_by_the_clock)
        schedule.register("reach: public figures of the month", count_provisional_years)
