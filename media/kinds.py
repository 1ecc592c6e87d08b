"""What readers call the kinds of activities."""

from django.utils.translation import gettext_lazy as _

_KINDS = {
    "H5P.Accordion": _("text care se deschide pe părți"),
    "H5P.Agamotto": _("șir de imagini"),
    "H5P.Blanks": _("text cu goluri"),
    "H5P.BranchingScenario": _("poveste cu alegeri"),
    "H5P.Chart": _("diagramă"),
    "H5P.Column": _("mai multe activități"),
    "H5P.CoursePresentation": _("prezentare cu întrebări"),
    "H5P.Crossword": _("rebus"),
    "H5P.Dialogcards": _("cartonașe"),
    "H5P.DragQuestion": _("elemente de așezat la locul lor"),
    "H5P.DragText": _("cuvinte de așezat în text"),
    "H5P.Flashcards": _("cartonașe"),
    "H5P.ImageHotspots": _("imagine cu explicații"),
    "H5P.InteractiveBook": _("carte cu activități"),
    "H5P.InteractiveVideo": _("video cu întrebări"),
    "H5P.MarkTheWords": _("cuvinte de găsit în text"),
    "H5P.MemoryGame": _("joc de memorie"),
    "H5P.MultiChoice": _("întrebare cu variante"),
    "H5P.QuestionSet": _("set de întrebări"),
    "H5P.SingleChoiceSet": _("set de întrebări"),
    "H5P.Summary": _("propoziții de ales"),
    "H5P.Timeline": _("axă a timpului"),
    "H5P.TrueFalse": _("adevărat sau fals"),
}


def kind_of(main_library: str) -> str:
    """The kind in words ("H5P.MultiChoice 1.16" → "întrebare cu variante"); a general one for kinds
    that have no word here."""
    return str(_KINDS.get(main_library.partition(" ")[0], _("activitate interactivă")))
