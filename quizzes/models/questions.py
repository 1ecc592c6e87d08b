"""The bank of questions. Each option says why, whichever was chosen."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin


class Question(TranslatableMixin, ClusterableModel):
    """A question with one right option."""

    text = models.CharField(_("întrebare"), max_length=300)

    panels = [FieldPanel("text"), InlinePanel("choices", label=_("Variante"), min_num=2)]

    class Meta(TranslatableMixin.Meta):
        ordering = ["text"]
        verbose_name = _("întrebare")
        verbose_name_plural = _("întrebări")

    def __str__(self) -> str:
        return self.text


class Choice(Orderable):
    """An option and the sentence that a reader gets for it."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.CharField(_("variantă"), max_length=240)
    is_correct = models.BooleanField(_("potrivită"), default=False)
    feedback = models.TextField(_("explicație"))

    def __str__(self) -> str:
        return self.text
