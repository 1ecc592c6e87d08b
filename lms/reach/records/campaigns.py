"""The campaign figures behind "persoane în campanii" (RR11)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from lms.campaigns.enums import Channel, Method
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting import Breakdown
from lms.reach.counting.campaigns import CampaignFact
from lms.reach.counting.placing import Placed, place_campaigns
from lms.reach.figures import Figure
from lms.reach.records.wanted import RecordFilter, RecordList, status_label
from lms.reach.selectors.names import PartNames


def campaign_list(
    facts: Iterable[CampaignFact], wanted: RecordFilter, names: PartNames
) -> RecordList:
    """The campaign figures of a year. Of one organisation alone, an event is its own highest
    figure; of all, the highest of any organisation."""
    placed = place_campaigns(fact for fact in facts if wanted.holds(organisation=fact.organisation))
    people = sum(one.adds for one in placed)
    label = npgettext("sub o cifră", "persoană în campanii", "persoane în campanii", people)
    note = _("Persoane prezente și vizitatori unici; afișările și estimările stau separat.")
    return RecordList(
        figures=[Figure(people, label, note, page="")],
        states=wanted.states(placed),
        table=_table([_row(one, names) for one in wanted.shown(placed)], people),
    )


def _table(rows: list[AnnualRow], people: int) -> AnnualTable:
    return AnnualTable(
        key="campanii",
        title=_("Campaniile din care se compune cifra"),
        note="",
        columns=(
            Column("event", _("Eveniment"), Kind.TEXT),
            Column("organisation", _("Organizație"), Kind.TEXT),
            Column("method", _("Cum s-a numărat"), Kind.TEXT),
            Column("channel", _("Canal"), Kind.TEXT),
            Column("status", _("Stare"), Kind.TEXT),
            Column("placing", _("În cifră"), Kind.TEXT),
            Column("said", _("Raportate"), people=True),
            Column("adds", _("Se adună"), people=True),
        ),
        rows=tuple(rows),
        total=AnnualRow("total", (_("Total"), "", "", "", "", "", "", people)),
    )


def _row(placed: Placed[CampaignFact], names: PartNames) -> AnnualRow:
    fact = placed.fact
    return AnnualRow(
        fact.reference,
        (
            fact.event_key,
            names.of(Breakdown.ORGANISATION, fact.organisation),
            str(Method(fact.method).label),
            str(dict(Channel.choices).get(fact.channel, fact.channel)),
            status_label(fact.status),
            str(placed.placing.label),
            fact.people,
            placed.adds,
        ),
    )
