"""Dates in the admin as people write them here: 23.11.2026."""

from typing import Any

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput


class _AsTyped:
    """What is typed stays until the form is sent, which then says what is wrong with it: Wagtail's
    own puts today in the place of a date that it cannot read."""

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "validateOnBlur": False}  # type: ignore[misc]


class DateInput(_AsTyped, AdminDateInput):
    """A day, typed or chosen from a calendar."""


class DateTimeInput(_AsTyped, AdminDateTimeInput):
    """A day and an hour, typed or chosen from a calendar."""


def register() -> None:
    """Take these for the dates of all models."""
    register_form_field_override(models.DateField, override={"widget": DateInput})
    register_form_field_override(models.DateTimeField, override={"widget": DateTimeInput})
