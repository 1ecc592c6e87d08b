"""The tab „Verificare" of every page's form: advice on the draft, without a button to press."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, Panel, TabbedInterface

from lms.core.advice import advice_for


class AdvicePanel(Panel):
    """What the last saved draft could say better. Not on a page that was never saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/advice.html"

        def get_context_data(
            self, parent_context: Mapping[str, Any] | None = None
        ) -> dict[str, Any]:
            """Add {saved, advice}."""
            saved = self.instance.pk is not None
            context = super().get_context_data(parent_context)
            return {
                **context,
                "saved": saved,
                "advice": advice_for(self.instance) if saved else [],
            }


def with_advice(form: TabbedInterface) -> TabbedInterface:
    """The same form with the tab at its end."""
    kwargs = form.clone_kwargs()
    tab = ObjectList([AdvicePanel()], heading=_("Verificare"))
    kwargs["children"] = [*kwargs["children"], tab]
    return type(form)(**kwargs)
