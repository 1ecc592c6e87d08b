"""The members that match what a reader looks for, and how many each further choice would leave."""

from dataclasses import dataclass
from typing import NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _

from lms.core.filtering import Offer, Option, chosen, chosen_tests, counted, fitting, has
from lms.organisations.models import County
from lms.pages.enums import OfferFor, OfferKind
from lms.pages.models import MemberIndexPage, MemberOffer, MemberPage

# A choice of its own: many offers name no county, and leaving them out would hide their members.
NO_COUNTY = "-"


class OfferRow(NamedTuple):
    """One offer in one county, as it is chosen by. A member without offers has one empty row."""

    page: int
    kind: str
    for_whom: str
    county: str


@dataclass(frozen=True)
class MemberCard:
    """A member as the list shows it, with the places that its offers name."""

    page: MemberPage
    counties: list[str]


@dataclass(frozen=True)
class MemberList:
    """The members that match and the filter form beside them."""

    cards: list[MemberCard]
    total: int
    options: dict[str, list[Option]]

    @property
    def chosen(self) -> list[tuple[str, Option]]:
        """The choices made, each of which can be dropped."""
        return chosen(self.options)


def member_list(index: MemberIndexPage, query: QueryDict) -> MemberList:
    """Members with one offer that fits every choice at once. Three queries, however many there
    are; anything unknown in the address is left out."""
    names = dict(County.objects.values_list("mnemonic", "name"))
    members = list(index.members().defer("body"))
    rows = _rows(members)
    filters = (
        ("judet", "county", [*names.items(), (NO_COUNTY, _("sursa nu numește județul"))]),
        ("pentru", "for_whom", OfferFor.choices),
        ("fel", "kind", OfferKind.choices),
    )
    offers = {
        key: [
            Offer(value, label, has(column, value), value == query.get(key))
            for value, label in choices
        ]
        for key, column, choices in filters
    }
    tests = chosen_tests(offers)
    fit = {row.page for row in fitting(rows, tests)}
    return MemberList(
        cards=[_card(page, rows, names) for page in members if page.pk in fit],
        total=len(members),
        options={
            key: [option for option in options if option.count or option.chosen]
            for key, options in counted(rows, tests, offers, lambda row: row.page).items()
        },
    )


def _rows(members: list[MemberPage]) -> list[OfferRow]:
    offers = MemberOffer.objects.filter(page__in=[page.pk for page in members]).order_by()
    columns = offers.values_list("page", "kind", "for_whom", "counties")
    rows = [
        OfferRow(page, kind, group, county or NO_COUNTY) for page, kind, group, county in columns
    ]
    known = {row.page for row in rows}
    return rows + [OfferRow(page.pk, "", "", "") for page in members if page.pk not in known]


def _card(page: MemberPage, rows: list[OfferRow], names: dict[str, str]) -> MemberCard:
    places = {row.county for row in rows if row.page == page.pk}
    return MemberCard(page, [name for mnemonic, name in names.items() if mnemonic in places])
