"""The editor's forms of questions and quizzes."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)

from quizzes.forms.questions import QuestionForm

_CHOICE = [
    FieldPanel("text"),
    FieldPanel("is_correct"),
    FieldPanel(
        "feedback",
        help_text=_("Calm, spune de ce. Nu „Greșit”, ci „Mai gândește-te”. Obligatorie."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("match", help_text=_("La „potrivește perechile”: ce stă în dreapta.")),
            FieldPanel("gap", help_text=_("La „completează”: 1, 2…; 0 pentru un cuvânt în plus.")),
            FieldRowPanel([FieldPanel("scene"), FieldPanel("leads_to")]),
        ],
        heading=_("Numai pentru unele feluri"),
        classname="collapsed",
    ),
]
_SCENE = [
    FieldRowPanel([FieldPanel("key"), FieldPanel("speaker")]),
    FieldPanel("text"),
    FieldPanel("ending"),
]

QUESTION = ObjectList(
    [
        FieldPanel("kind"),
        FieldPanel(
            "text",
            help_text=_("La „completează”, locurile goale se scriu {1}, {2} și așa mai departe."),
        ),
        InlinePanel(
            "choices",
            panels=_CHOICE,
            heading=_("Variante"),
            label=_("Variantă"),
            help_text=_(
                "La „pune în ordine” scrieți-le în ordinea potrivită: elevii le văd amestecate."
            ),
        ),
        FieldPanel("risk_sign"),
        InlinePanel(
            "scenes",
            panels=_SCENE,
            heading=_("Scene"),
            label=_("Scenă"),
            help_text=_("Numai la „poveste cu alegeri”. Prima scenă este începutul."),
        ),
        FieldPanel("closing", help_text=_("Se citește după orice răspuns.")),
        FieldPanel(
            "key", help_text=_("Același în toate limbile. Dacă lipsește, se face din text.")
        ),
    ],
    base_form_class=QuestionForm,
)
QUIZ = ObjectList(
    [
        FieldPanel("title"),
        InlinePanel("places", panels=[FieldPanel("question")], label=_("Întrebări")),
    ]
)
