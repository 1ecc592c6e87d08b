"""Reads of labour facts: a country's guide, contacts, two countries beside each other, tokens."""

from lms.abroad.selectors.comparing import Comparison, compare
from lms.abroad.selectors.contacts import ContactList, contact_list
from lms.abroad.selectors.due import due_facts
from lms.abroad.selectors.guides import Guide, guide_of
from lms.abroad.selectors.tokens import resolve_fact

__all__ = [
    "Comparison",
    "ContactList",
    "Guide",
    "compare",
    "contact_list",
    "due_facts",
    "guide_of",
    "resolve_fact",
]
