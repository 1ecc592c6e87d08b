"""Our words on the forms of allauth, whose own Romanian lacks diacritics and says "tu"."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin, add_input_class

PASSWORD_HINT = _(
    "Cel puțin 10 caractere, nu doar cifre. O propoziție scurtă se ține minte cel mai ușor."
)


class OurWords(InputClassesMixin):
    """Labels and hints by field name; placeholders go, because they vanish while one types."""

    labels: ClassVar[dict[str, object]] = {}
    hints: ClassVar[dict[str, object]] = {}
    dropped: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in self.dropped:
            self.fields.pop(name, None)  # type: ignore[attr-defined]
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            # allauth adds fields after the mixin has gone through them.
            add_input_class(field)
