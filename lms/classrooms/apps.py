from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClassroomsConfig(AppConfig):
    name = "lms.classrooms"
    label = "classrooms"
    verbose_name = _("Clase")

    def ready(self) -> None:
        from lms.classrooms import home
        from lms.classrooms.models import ClassSessionRevision
        from lms.core import generation
        from lms.people import links, todo

        generation.watch(ClassSessionRevision, kind=generation.FIGURES)
        links.register("class sessions", home.session_links)
        todo.register("class sessions", home.sessions_todo)
