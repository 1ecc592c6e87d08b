"""Words as search compares them: stems, and a telephone number as one word, spaced or not."""

import re

from lms.core.stemming import stem_text

# "0800 800 678", "0800-800-678": at least six digits in groups.
_NUMBER = re.compile(r"(?<![\d.])\+?\d[\d .\-/]{4,}\d(?!\d)")
_WORD = re.compile(r"\w+")
# Stems that a question is full of and that no page is about: folded, without endings.
_SMALL_WORDS = {
    "ro": (
        "a ai al am ar are as asta au ca care cat ce cel chiar cine cineva cu cui cum da dac daca "
        "de deci decat despr despre din doar dup dupa e ea ei el ele era es est este eu fac face "
        "fara far faca fi fie fost iar il imi in intr intre isi iti la le li lui ma mai me mi ne "
        "ni nist nu o ori pana pe pentr pentru poat poate pot prin s sa sau se si spre sub sunt t "
        "te tot tu un und unde une unei unui va vi voi vrea vreau ia iau lor noi and unor exist "
        "and trebuie trebui"
    ),
    "en": (
        "a about am an and are as at be by can do does for from have how i if in is it me my of on "
        "or s someone that the their them there they this to was what where who with you your "
        "doe hav som someon ther thei wher wit abut"
    ),
    "hu": (
        "a az egy es ha hogy hol ki kell kivel is itt lehet meg mi mit mert milyen mennyi nem "
        "nekem oda van vagy valaki en es be el"
    ),
    "uk": (
        "а або в ви від до є з за зі і й із як яка яке який які коли куди мені мене ми мій моя на "
        "не про по та те то у хто це цей чи що щоб я де для бути є мої хтось"
    ),
}
SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def index_words(text: str) -> str:
    """The words of a text as stems with single spaces between, numbers of many digits once more
    as one word."""
    joined = [re.sub(r"\D", "", number) for number in _NUMBER.findall(text)]
    return " ".join([*_WORD.findall(stem_text(text)), *dict.fromkeys(joined)])


def question_words(text: str, language: str) -> list[str]:
    """What somebody asks for, as stems without the small words, unless there are no others."""
    numbers = _NUMBER.findall(text)
    for number in numbers:
        text = text.replace(number, f" {re.sub(r'[^0-9]', '', number)} ")
    words = _WORD.findall(stem_text(text))
    small = SMALL_WORDS.get(language, frozenset())
    return [word for word in words if word not in small] or words
