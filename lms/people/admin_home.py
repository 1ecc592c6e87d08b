"""The admin's first page: what waits for whoever signed in, as on the account's own page."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from lms.people import todo


class TodoPanel(Component):
    """The same list as on the account's page, in the admin's look. Empty, it is not there."""

    name = "todo"
    template_name = "people/admin_todo.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return {items: list of TodoItem}."""
        return {"items": todo.items_for(parent_context["request"].user)}
