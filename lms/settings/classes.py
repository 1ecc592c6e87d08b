"""FORGET_PUPILS_AFTER_HOURS: how long after a class its places, learners and answers are kept."""

from django.core.exceptions import ImproperlyConfigured

from lms.settings.environment import env

FORGET_PUPILS_AFTER_HOURS = env.int("FORGET_PUPILS_AFTER_HOURS", default=24)
if not 1 <= FORGET_PUPILS_AFTER_HOURS <= 168:
    raise ImproperlyConfigured(
        "FORGET_PUPILS_AFTER_HOURS is at least an hour and at most a week (168): "
        "what pupils answered is not kept for longer."
    )
