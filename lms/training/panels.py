"""The editor's form of a programme, in tabs as a trainer thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page

from lms.training.forms.programmes import ProgrammeForm

INDEX = [*Page.content_panels, FieldPanel("intro")]

_PROGRAMME = [
    TitleFieldPanel("title"),
    FieldPanel("kind"),
    FieldRowPanel([FieldPanel("duration"), FieldPanel("certificate_share")]),
    FieldPanel("summary"),
    InlinePanel("audiences", label=_("Grup-țintă"), heading=_("Grupuri-țintă"), min_num=1),
    FieldPanel("for_whom"),
    FieldPanel("outcomes"),
    InlinePanel("agenda", label=_("Parte"), heading=_("Agenda"), min_num=1),
    FieldPanel("questionnaire"),
    FieldPanel("risk_signs"),
    FieldPanel("content_note"),
    FieldPanel("takeaways"),
    FieldPanel("licence"),
]
_HANDOUTS = [
    HelpPanel(
        _(
            "Fișele de aici se citesc și se tipăresc de pe pagina publică. Ce este numai pentru "
            "formatori se scrie în ghid sau se încarcă la materiale."
        )
    ),
    FieldPanel("body"),
    InlinePanel("materials", label=_("Material"), heading=_("Materiale")),
]
_TRAINER = [
    HelpPanel(
        _(
            "Partea aceasta o citesc numai formatorii, organizațiile membre, redacția și "
            "secretariatul."
        )
    ),
    FieldPanel("trainer_needs"),
    FieldPanel("guide"),
]

PROGRAMME = TabbedInterface(
    [
        ObjectList(_PROGRAMME, heading=_("Programul")),
        ObjectList(_HANDOUTS, heading=_("Fișe și materiale")),
        ObjectList(_TRAINER, heading=_("Pentru formator")),
        ObjectList(Page.promote_panels, heading=_("Adresă și căutare")),
    ],
    base_form_class=ProgrammeForm,
)
