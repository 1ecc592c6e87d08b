"""The editor's form of a campaign, in tabs."""

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

_CAMPAIGN = [
    TitleFieldPanel("title"),
    FieldPanel("summary"),
    FieldRowPanel([FieldPanel("theme"), FieldPanel("age_band")]),
    FieldPanel("for_whom"),
    FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    InlinePanel("carriers", label=_("Organizație"), heading=_("Organizațiile care o duc")),
    FieldPanel("content_note"),
    FieldPanel("body"),
    FieldPanel("actions"),
]
_ADVERT = [
    HelpPanel(
        _(
            "Un anunț inventat, la care cititorul bifează ce i se pare în neregulă. Nimic din ce "
            "bifează nu se păstrează. Arătați cum arată capcana și ce ajută, niciodată cum se "
            "lucrează cu ea. Fără nume, firme și numere adevărate."
        )
    ),
    FieldPanel("advert_title"),
    FieldPanel("advert_place"),
    InlinePanel("advert_lines", label=_("Rând"), heading=_("Rândurile anunțului")),
]
_TAKEN_ALONG = [
    FieldPanel("short"),
    FieldPanel("share_text"),
    FieldPanel("poster_line"),
    FieldPanel("pledge_title"),
    FieldPanel("pledge_intro"),
    FieldPanel("pledge_prompts"),
]

CAMPAIGN = TabbedInterface(
    [
        ObjectList(_CAMPAIGN, heading=_("Campania")),
        ObjectList(_ADVERT, heading=_("Anunțul")),
        ObjectList(_TAKEN_ALONG, heading=_("De luat cu tine")),
        ObjectList(Page.promote_panels, heading=_("Adresă și căutare")),
    ]
)
