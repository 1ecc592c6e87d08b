from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuizzesConfig(AppConfig):
    name = "quizzes"
    label = "quizzes"
    verbose_name = _("Verifică-te")

    def ready(self) -> None:
        from lms.core import generation, schedule
        from lms.people import forgetting
        from quizzes.models import Question
        from quizzes.services import drop_old_packages, fold_expired_attempts

        generation.watch(Question)
        # In every tick, before the learners go (`people: learners of past classes`).
        forgetting.register("quizzes: attempts that have run out", fold_expired_attempts)
        schedule.register("quizzes: packages that nobody imported", drop_old_packages)
