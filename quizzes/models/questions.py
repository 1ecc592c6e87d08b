"""The bank of questions. Each option says why, whichever was chosen."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, PreviewableMixin, TranslatableMixin

from lms.core.constraints import only_known
from quizzes.enums import Kind


class Question(PreviewableMixin, TranslatableMixin, ClusterableModel):
    """A question of one kind. `key` names it in every language."""

    key = models.SlugField(_("nume scurt"), max_length=80)
    kind = models.CharField(_("fel"), max_length=10, choices=Kind.choices, default=Kind.SINGLE)
    text = models.CharField(_("întrebare"), max_length=300)
    closing = models.TextField(_("încheiere"), max_length=600, blank=True)
    # What trainings ask for: how many signs of risk somebody names (docs/decisions/0016).
    risk_sign = models.BooleanField(
        _("variantele potrivite sunt semne de risc"),
        default=False,
        help_text=_(
            "Numai la „mai multe variante”. În chestionarele formărilor se numără câte semne "
            "alege un participant, mai puțin variantele nepotrivite pe care le-a bifat."
        ),
    )

    preview_modes = [("pupil", _("Cum o vede elevul")), ("key", _("Cu răspunsuri și explicații"))]

    class Meta(TranslatableMixin.Meta):
        ordering = ["text"]
        verbose_name = _("întrebare")
        verbose_name_plural = _("întrebări")
        constraints = [
            # Two loads of starter content at once put a question into the bank once.
            models.UniqueConstraint(fields=["key", "locale"], name="one_question_per_key"),
            only_known("kind", Kind, name="question_kind_is_known"),
            # Whoever writes it: signs are counted by ticks, and no other kind has any.
            models.CheckConstraint(
                condition=models.Q(risk_sign=False) | models.Q(kind=Kind.MULTIPLE),
                name="risk_signs_are_ticked",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """The page on which an editor sees the question as a pupil does."""
        return "quizzes/admin/preview.html"

    def get_preview_context(self, request: object, mode_name: str) -> dict[str, object]:
        """The question as it is in the editor's form, whole or not."""
        from quizzes.previews import preview_of

        context = super().get_preview_context(request, mode_name)
        return {**context, **preview_of(self, key=mode_name == "key")}


class Choice(Orderable):
    """An option and the sentence that a reader gets for it."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.CharField(_("variantă"), max_length=240)
    is_correct = models.BooleanField(_("potrivită"), default=False)
    feedback = models.TextField(_("explicație"), max_length=600)
    match = models.CharField(_("perechea"), max_length=240, blank=True)
    gap = models.PositiveSmallIntegerField(
        _("locul gol"), null=True, blank=True, validators=[MaxValueValidator(9)]
    )
    scene = models.SlugField(_("apare în scena"), max_length=40, blank=True)
    leads_to = models.SlugField(_("duce la scena"), max_length=40, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("variantă")
        verbose_name_plural = _("variante")

    def __str__(self) -> str:
        return self.text


class Scene(Orderable):
    """One moment of a story with choices; the first in order is where it starts."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="scenes")
    key = models.SlugField(_("nume scurt"), max_length=40)
    speaker = models.CharField(_("cine vorbește"), max_length=60, blank=True)
    text = models.TextField(_("ce se întâmplă"), max_length=900)
    ending = models.BooleanField(_("final"), default=False)

    class Meta(Orderable.Meta):
        verbose_name = _("scenă")
        verbose_name_plural = _("scene")

    def __str__(self) -> str:
        return self.key
