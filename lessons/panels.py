"""The editor's form of a lesson plan, in tabs as a teacher thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page

from lessons.forms.paths import YearPathForm
from lessons.forms.plans import LessonPlanForm

INDEX = [*Page.content_panels, FieldPanel("intro")]

_LESSON = [
    TitleFieldPanel("title"),
    FieldPanel("subtitle"),
    FieldPanel("summary"),
    FieldPanel("essential_question"),
    FieldPanel("outcomes"),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [FieldPanel("grade_from"), FieldPanel("grade_to"), FieldPanel("age_band")]
            ),
            FieldRowPanel([FieldPanel("theme"), FieldPanel("setting")]),
            FieldRowPanel([FieldPanel("duration"), FieldPanel("short_duration")]),
            FieldRowPanel([FieldPanel("needs_devices"), FieldPanel("needs_internet")]),
            FieldPanel("materials"),
        ],
        heading=_("Pentru cine și cum"),
    ),
    InlinePanel("steps", label=_("Pas"), heading=_("Desfășurare"), min_num=1),
    FieldPanel("exit_questions"),
]
_CARE = [
    FieldPanel("sensitivity"),
    FieldPanel("content_note"),
    FieldPanel("disclosure"),
    FieldPanel("trusted_map"),
    FieldPanel("background"),
    FieldPanel("before_class"),
    FieldPanel("after_class"),
    FieldPanel("body"),
]
_MATERIALS = [
    InlinePanel("case_places", label=_("Studiu de caz")),
    InlinePanel("worksheets", label=_("Fișă")),
    InlinePanel("slides", label=_("Diapozitiv")),
    FieldPanel("quiz"),
    MultiFieldPanel(
        [FieldPanel("family_letter_title"), FieldPanel("family_letter")],
        heading=_("Scrisoare către familie"),
    ),
]
_PLACE = [
    InlinePanel("hooks", label=_("Reper din programă")),
    FieldPanel("articles"),
    FieldPanel("edition_year"),
    FieldPanel("change_note"),
    FieldRowPanel([FieldPanel("licence"), FieldPanel("review_by")]),
    MultiFieldPanel(
        [FieldPanel("retired_on"), FieldPanel("retired_reason"), FieldPanel("replaced_by")],
        heading=_("Retragere"),
    ),
]

PLAN = TabbedInterface(
    [
        ObjectList(_LESSON, heading=_("Lecția")),
        ObjectList(_CARE, heading=_("Cu grijă")),
        ObjectList(_MATERIALS, heading=_("Materiale")),
        ObjectList(_PLACE, heading=_("Programă și ediție")),
        ObjectList(Page.promote_panels, heading=_("Adresă și căutare")),
    ],
    base_form_class=LessonPlanForm,
)

PATH = TabbedInterface(
    [
        ObjectList(
            [
                TitleFieldPanel("title"),
                FieldPanel("summary"),
                FieldRowPanel(
                    [FieldPanel("school_year"), FieldPanel("grade_from"), FieldPanel("grade_to")]
                ),
                InlinePanel("steps", label=_("Pas"), heading=_("Lună de lună")),
                FieldPanel("body"),
            ],
            heading=_("Parcursul"),
        ),
        ObjectList(Page.promote_panels, heading=_("Adresă și căutare")),
    ],
    base_form_class=YearPathForm,
)
