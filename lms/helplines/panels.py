"""What an editor fills in for a help line and for a county service."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from lms.core.enums import ContentLanguage
from lms.helplines.models import Helpline


class HelplineForm(WagtailAdminModelForm):
    """A line; its languages are ticked, not typed."""

    languages = forms.MultipleChoiceField(
        label=Helpline._meta.get_field("languages").verbose_name,
        help_text=Helpline._meta.get_field("languages").help_text,
        choices=ContentLanguage.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


SOURCE = MultiFieldPanel(
    [FieldPanel("source_title"), FieldPanel("source_address"), FieldPanel("checked_on")],
    heading=_("Sursă"),
)
LINE = ObjectList(
    [
        FieldRowPanel([FieldPanel("number"), FieldPanel("dial"), FieldPanel("key")]),
        FieldRowPanel([FieldPanel("order"), FieldPanel("in_strip"), FieldPanel("published")]),
        FieldPanel("web"),
        FieldPanel("theme"),
        FieldPanel("languages"),
        InlinePanel("texts", label=_("Text pe limbi")),
        InlinePanel("uses", label=_("În ce situații se sună")),
        SOURCE,
        FieldPanel("note"),
    ],
    base_form_class=HelplineForm,
)
SERVICE = ObjectList(
    [
        FieldRowPanel([FieldPanel("county"), FieldPanel("sector"), FieldPanel("published")]),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("web")]),
        FieldPanel("address"),
        SOURCE,
    ]
)
