from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    name = "lms.training"
    label = "training"
    verbose_name = _("Formare")

    def ready(self) -> None:
        from lms.core import generation, schedule
        from lms.people import links, personal_data
        from lms.training import home
        from lms.training.models import EventDecision
        from lms.training.selectors.facilitators import facilitator_data
        from lms.training.services import (
            forget_old_answers,
            forget_old_askers,
            forget_old_participants,
            remind_of_events,
        )
        from media.models import ContentDocument

        generation.watch(EventDecision, kind=generation.FIGURES)
        schedule.register("training: reminders of events", remind_of_events)
        schedule.register("training: participants of long ago", forget_old_participants)
        schedule.register("training: requests of long ago", forget_old_askers)
        schedule.register("training: words and salts of long ago", forget_old_answers)

        # The page of a programme says how large its documents are, and in which format.
        generation.watch(ContentDocument)
        personal_data.register("facilitator", facilitator_data)
        links.register("training programmes", home.training_links)
