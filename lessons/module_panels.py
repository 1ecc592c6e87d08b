"""The editor's forms of a module and of its steps."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page

from lessons.forms.modules import StepForm

INDEX = [*Page.content_panels, FieldPanel("intro")]

MODULE = TabbedInterface(
    [
        ObjectList(
            [
                TitleFieldPanel("title"),
                FieldPanel("summary"),
                FieldRowPanel([FieldPanel("age_band"), FieldPanel("theme")]),
                FieldRowPanel([FieldPanel("minutes"), FieldPanel("sensitivity")]),
                FieldPanel("plan"),
                FieldPanel("body"),
            ],
            heading=_("Modulul"),
        ),
        ObjectList(
            [
                FieldPanel("takeaways"),
                MultiFieldPanel(
                    [
                        FieldPanel("pledge_title"),
                        FieldPanel("pledge_intro"),
                        FieldPanel("pledge_prompts"),
                    ],
                    heading=_("Planul de siguranță"),
                ),
            ],
            heading=_("La sfârșit"),
        ),
        ObjectList(Page.promote_panels, heading=_("Adresă și căutare")),
    ]
)

STEP = TabbedInterface(
    [
        ObjectList(
            [
                TitleFieldPanel("title"),
                FieldPanel("content_note"),
                FieldPanel("body"),
                FieldRowPanel([FieldPanel("question"), FieldPanel("measure")]),
            ],
            heading=_("Pasul"),
        ),
        ObjectList(
            [
                MultiFieldPanel(
                    [FieldPanel("picture"), FieldPanel("picture_text")], heading=_("Imagine")
                ),
                MultiFieldPanel([FieldPanel("sound"), FieldPanel("spoken")], heading=_("Sunet")),
            ],
            heading=_("Imagine și sunet"),
        ),
        ObjectList(Page.promote_panels, heading=_("Adresă și căutare")),
    ],
    base_form_class=StepForm,
)
