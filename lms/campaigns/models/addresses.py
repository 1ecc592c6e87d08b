"""Which campaign a short address belongs to: one, whoever publishes and however many at once."""

from collections.abc import Callable
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class ShortAddressTaken(Exception):  # noqa: N818 - named as people say it
    """Another campaign was published at this short address."""


class ShortAddressQuerySet(models.QuerySet):
    """Short addresses and who has them."""

    def take(self, short: str, *, campaign: UUID, is_kept: Callable[[], bool]) -> None:
        """Give the address to a campaign. Call within a transaction: it waits for another one that
        takes the same address. `is_kept` says whether whoever has it still does.

        Raises ShortAddressTaken.
        """
        row, _new = self.select_for_update().get_or_create(
            short=short, defaults={"campaign": campaign}
        )
        if row.campaign == campaign:
            return
        if is_kept():
            raise ShortAddressTaken(short)
        row.campaign = campaign
        row.save(update_fields=["campaign"])


class ShortAddress(models.Model):
    """A short address in use. The pages of a campaign in all its languages share one, so that no
    constraint on the pages themselves could say this: the key is that of the translations."""

    short = models.SlugField(_("adresa scurtă"), max_length=30, primary_key=True)
    campaign = models.UUIDField(db_index=True)

    objects = ShortAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("adresă scurtă a unei campanii")
        verbose_name_plural = _("adrese scurte ale campaniilor")

    def __str__(self) -> str:
        return self.short
