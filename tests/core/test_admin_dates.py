"""Every form of the admin takes dates as people write them here."""

from datetime import datetime

import pytest
from django import forms
from django.utils.translation import override

from lms.core.admin_dates import DateInput, DateTimeInput

MORNING = datetime(2026, 11, 3, 7, 5)


@pytest.mark.parametrize("language", ["ro", "en"])
def test_what_the_calendar_writes_is_read_back(language):
    with override(language):
        for field, widget, day in (
            (forms.DateField(), DateInput(), MORNING.date()),
            (forms.DateTimeField(), DateTimeInput(), MORNING),
        ):
            written = widget.format_value(day)
            assert written.startswith("03.11.2026")
            read = field.clean(written)
            assert (read.replace(tzinfo=None) if isinstance(read, datetime) else read) == day


@pytest.mark.django_db
def test_the_dates_of_a_page_are_chosen_so():
    from lms.campaigns.models import CampaignPage

    form = CampaignPage.get_edit_handler().get_form_class()
    assert type(form.base_fields["starts_on"].widget) is DateInput
