"""The thirty countries of the guides: codes, names and alphabetical order in each language.

Written down here rather than read from a library: thirty names in four languages are smaller than
any of them, and neither database nor Python sorts all four alphabets.
"""

from dataclasses import dataclass
from functools import cache

from lms.core.text import fold


@dataclass(frozen=True)
class Country:
    """A country by its ISO code (GR and GB, as ISO has it), and its name in each language."""

    code: str
    ro: str
    en: str
    hu: str
    uk: str
    # The last part of the guide's address, the same in every language.
    slug: str

    def name(self, language: str) -> str:
        """The name in this language; in Romanian where we have none."""
        return str(getattr(self, language[:2], self.ro))


_NAMES = """
AT Austria|Austria|Ausztria|Австрія
BE Belgia|Belgium|Belgium|Бельгія
BG Bulgaria|Bulgaria|Bulgária|Болгарія
HR Croația|Croatia|Horvátország|Хорватія
CY Cipru|Cyprus|Ciprus|Кіпр
CZ Cehia|Czechia|Csehország|Чехія
DK Danemarca|Denmark|Dánia|Данія
EE Estonia|Estonia|Észtország|Естонія
FI Finlanda|Finland|Finnország|Фінляндія
FR Franța|France|Franciaország|Франція
DE Germania|Germany|Németország|Німеччина
GR Grecia|Greece|Görögország|Греція
HU Ungaria|Hungary|Magyarország|Угорщина
IE Irlanda|Ireland|Írország|Ірландія
IT Italia|Italy|Olaszország|Італія
LV Letonia|Latvia|Lettország|Латвія
LT Lituania|Lithuania|Litvánia|Литва
LU Luxemburg|Luxembourg|Luxemburg|Люксембург
MT Malta|Malta|Málta|Мальта
NL Țările de Jos|Netherlands|Hollandia|Нідерланди
PL Polonia|Poland|Lengyelország|Польща
PT Portugalia|Portugal|Portugália|Португалія
RO România|Romania|Románia|Румунія
SK Slovacia|Slovakia|Szlovákia|Словаччина
SI Slovenia|Slovenia|Szlovénia|Словенія
ES Spania|Spain|Spanyolország|Іспанія
SE Suedia|Sweden|Svédország|Швеція
GB Regatul Unit|United Kingdom|Egyesült Királyság|Велика Британія
NO Norvegia|Norway|Norvégia|Норвегія
CH Elveția|Switzerland|Svájc|Швейцарія
"""


def _read(line: str) -> Country:
    code, names = line.split(" ", 1)
    romanian, english, hungarian, ukrainian = names.split("|")
    slug = fold(romanian).replace(" ", "-")
    return Country(code, romanian, english, hungarian, ukrainian, slug)


COUNTRIES = {line[:2]: _read(line) for line in _NAMES.strip().splitlines()}
CHOICES = [(country.code, country.ro) for country in COUNTRIES.values()]
BY_SLUG = {country.slug: country for country in COUNTRIES.values()}
# Of the thirty, the one that is not in the network of employment services of Europe.
OUTSIDE_EURES = frozenset({"GB"})

# Letters in their order; several signs between spaces are one letter (Hungarian digraphs).
_ALPHABETS = {
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "hu": (
        "a á b c cs d dz dzs e é f g gy h i í j k l ly m n ny o ó ö ő p q r s sz t ty u ú ü ű "
        "v w x y z zs"
    ),
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
}
# A Hungarian long vowel only counts where nothing else tells two words apart.
_SAME_PLACE = str.maketrans("áéíóőúű", "aeioöuü")


@cache
def _places(language: str) -> dict[str, int]:
    letters = _ALPHABETS.get(language[:2], _ALPHABETS["ro"]).split()
    return {letter: place for place, letter in enumerate(letters, start=1)}


def sort_key(name: str, language: str) -> tuple[int, ...]:
    """Where a name stands in its language's alphabet: "Brașov" before "Brăila", "Spania" before
    "Suedia", "Čechy" as if it were "Cechy". A space comes before every letter."""
    places = _places(language)
    text = name.lower()
    if language == "hu":
        text = text.translate(_SAME_PLACE)
    key, at = [], 0
    while at < len(text):
        length = next((n for n in (3, 2) if text[at : at + n] in places), 1)
        sign = text[at : at + length]
        key.append(places.get(sign) or places.get(fold(sign), 0))
        at += length
    return tuple(key)


@cache
def in_order(language: str) -> tuple[Country, ...]:
    """All countries in the alphabetical order of this language."""
    return tuple(sorted(COUNTRIES.values(), key=lambda one: sort_key(one.name(language), language)))
