from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AbroadConfig(AppConfig):
    name = "lms.abroad"
    label = "abroad"
    verbose_name = _("Muncă în străinătate")

    def ready(self) -> None:
        from lms.abroad import home
        from lms.abroad.models import LabourFact
        from lms.abroad.selectors import resolve_fact
        from lms.core import facts, generation
        from lms.people import todo

        generation.watch(LabourFact)
        facts.register(resolve_fact)
        todo.register("labour facts to check", home.due_todo)
