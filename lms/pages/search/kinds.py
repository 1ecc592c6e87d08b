"""What a reader calls each kind of page. Named by label: this app knows only those below it."""

from django.utils.translation import gettext_lazy as _

# Kind → its name beside a result, in the order of the filter.
KINDS = {
    "help": _("Ajutor"),
    "guide": _("Ghid de țară"),
    "check": _("Verificare"),
    "lesson": _("Lecție"),
    "module": _("Modul"),
    "recording": _("Video"),
    "training": _("Formare"),
    "campaign": _("Campanie"),
    "member": _("Membru"),
    "resource": _("Resursă"),
    "story": _("Revistă"),
    "news": _("Noutate"),
    "page": _("Pagină"),
}
_OF_MODEL = {
    "helppage": "help",
    "abroadindexpage": "guide",
    "countryguidepage": "guide",
    "lessonindexpage": "lesson",
    "lessonplanpage": "lesson",
    "yearpathpage": "lesson",
    "moduleindexpage": "module",
    "modulepage": "module",
    "programmeindexpage": "training",
    "programmepage": "training",
    "campaignindexpage": "campaign",
    "campaignpage": "campaign",
    "memberindexpage": "member",
    "memberpage": "member",
    "workinggroupspage": "member",
    "resourceindexpage": "resource",
    "resourcepage": "resource",
    "magazineindexpage": "story",
    "magazineissuepage": "story",
    "magazinearticlepage": "story",
    "newsindexpage": "news",
    "newspage": "news",
}


def kind_of(model: str) -> str:
    """The kind of a page of this model, by the model's lower-case name."""
    return _OF_MODEL.get(model, "page")
