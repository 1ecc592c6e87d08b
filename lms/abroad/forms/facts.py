"""The editors' form of a labour fact."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Field
from wagtail.admin.forms import WagtailAdminModelForm

from lms.abroad.models import LabourFact
from lms.abroad.services import FactOverlap, check_room, save_fact


class LabourFactForm(WagtailAdminModelForm):
    """A published value needs a source and a date, and takes over from the one before it."""

    def get_initial_for_field(self, field: Field, field_name: str) -> Any:
        """A number without the zeros of its column: 25.000 days read as twenty-five thousand."""
        value = super().get_initial_for_field(field, field_name)
        if field_name == "number" and isinstance(value, Decimal):
            return f"{value.normalize():f}"
        return value

    def _post_clean(self) -> None:
        """Ask the service's rule here, so that its words stand in the form."""
        super()._post_clean()
        if not self.errors:
            try:
                check_room(fact=self.instance)
            except FactOverlap as overlap:
                self.add_error("valid_from", ValidationError(str(overlap)))

    def _get_validation_exclusions(self) -> set[str]:
        """Do not ask for "one open value in a place": the service makes room for the new one."""
        return {*super()._get_validation_exclusions(), "position"}

    def save(self, commit: bool = True) -> LabourFact:
        """Save through the service: the value before gets its last day."""
        return save_fact(fact=self.instance) if commit else super().save(commit=False)

    def clean(self) -> dict[str, Any]:
        """Languages as codes in lower case, with one way to write them."""
        data = super().clean()
        codes = [code.strip().lower() for code in data.get("languages", "").split(",")]
        data["languages"] = ", ".join(code for code in codes if code)
        return data
