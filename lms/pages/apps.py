from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "lms.pages"
    label = "pages"
    verbose_name = _("Pagini")

    def ready(self) -> None:
        from lms.core import schedule
        from lms.pages import advice, duties
        from lms.pages.keeping import groups
        from lms.pages.services import remind_editors
        from lms.people import todo

        advice.register()
        groups.register()
        todo.register("pages", duties.editors_todo)
        schedule.register("pages: what editors have to do", remind_editors)
