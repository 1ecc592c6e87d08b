from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "lms.pages"
    label = "pages"
    verbose_name = _("Pagini")

    def ready(self) -> None:
        from lms.core import schedule
        from lms.pages import advice, duties
        from lms.pages.due_help import help_todo, remind_of_due_help
        from lms.pages.keeping import groups
        from lms.pages.services import remind_editors
        from lms.pages.stories.selectors import recorded_by
        from lms.people import personal_data, todo

        advice.register()
        groups.register()
        personal_data.register("story_consents", recorded_by)
        todo.register("help lines", help_todo)
        todo.register("pages", duties.editors_todo)
        schedule.register("pages: help lines to check again", remind_of_due_help)
        schedule.register("pages: what editors have to do", remind_editors)
