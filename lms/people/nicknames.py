"""Nicknames of learners: an animal and a colour that we choose, in the reader's language.

The code ("vulpe-verde") is stored, the words are shown. The animals are none that children call
one another; the colours have one form in Romanian, whatever the animal's gender.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

ANIMALS = {
    "vulpe": _("vulpe"),
    "arici": _("arici"),
    "cerb": _("cerb"),
    "bufnita": _("bufniță"),
    "randunica": _("rândunică"),
    "barza": _("barză"),
    "veverita": _("veveriță"),
    "delfin": _("delfin"),
    "fluture": _("fluture"),
    "greier": _("greier"),
    "licurici": _("licurici"),
    "albina": _("albină"),
    "buburuza": _("buburuză"),
    "vidra": _("vidră"),
    "zimbru": _("zimbru"),
    "cocor": _("cocor"),
    "mierla": _("mierlă"),
    "pelican": _("pelican"),
    "panda": _("panda"),
    "lebada": _("lebădă"),
    "caprioara": _("căprioară"),
    "soim": _("șoim"),
    "vultur": _("vultur"),
    "ciocarlie": _("ciocârlie"),
}
COLOURS = {
    "verde": _("verde"),
    "mov": _("mov"),
    "gri": _("gri"),
    "oranj": _("oranj"),
    "indigo": _("indigo"),
    "bordo": _("bordo"),
}


def nickname(number: int) -> str:
    """The code of this place in a class (from 1): "vulpe-verde". Different for every number; a
    third word tells places apart after the first 144."""
    animals, colours = list(ANIMALS), list(COLOURS)
    turn, place = divmod(number - 1, len(animals))
    animal = animals[place]
    colour = colours[(place + turn) % len(colours)]
    again = turn // len(colours)
    return f"{animal}-{colour}-{again + 1}" if again else f"{animal}-{colour}"


def shown(code: str) -> str:
    """The nickname in the present language. A code that is none of ours is shown as it is."""
    animal, _dash, rest = code.partition("-")
    colour, _dash, again = rest.partition("-")
    if animal not in ANIMALS or colour not in COLOURS:
        return code
    words = {"animal": ANIMALS[animal], "colour": COLOURS[colour]}
    # Translators: in some languages the colour stands first.
    name = gettext("%(animal)s %(colour)s") % words
    return f"{name} {again}" if again else name
