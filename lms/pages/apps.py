from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "lms.pages"
    label = "pages"
    verbose_name = _("Pagini")

    def ready(self) -> None:
        from lms.core import schedule
        from lms.pages.due_help import help_todo, remind_of_due_help
        from lms.pages.stories.selectors import recorded_by
        from lms.people import personal_data, todo

        personal_data.register("story_consents", recorded_by)
        todo.register("help lines", help_todo)
        schedule.register("pages: help lines to check again", remind_of_due_help)
