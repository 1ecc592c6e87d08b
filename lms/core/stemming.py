"""A light Romanian stemmer for search: the forms of one noun or adjective get one stem.

It removes endings of declension only, from folded text, and looks up the few words whose inside
changes. It is not a dictionary: two words may share a stem (search then finds a little more), and
verbs are left mostly as they are. Words of other languages keep one stem each.
"""

import re

from .text import fold

# No stem gets shorter than this by losing an ending: "ora" and "are" stay what they are.
_SHORTEST = 3
# Longest first. What is left of a compound ending ("-ului", "-iilor", "-eaua") goes in further
# rounds, because every round may take one of the vowels.
_ENDINGS = ("urilor", "urile", "elui", "ilor", "elor", "uri", "ele", "ile", "ul", *"aeiu")

# Words whose own tail looks like an ending: without this list "măsură" would merge with "masă",
# "model" with "mod", and "siguri" would leave "sigur". All adjectives in -bil are among them.
_OWN_TAIL = re.compile(
    "(sigur|singur|matur|masur|legatur|invatatur|structur|cultur|lectur|natur|figur|semnatur"
    "|procedur|aventur|tortur|factur|trasatur|bautur|caricatur|literatur|temperatur"
    "|model|nivel|hotel|tunel|panel|castel|fidel|retel|modul|consul"
    "|profil|util|inutil|facil|dificil|juvenil|fragil|ostil|civil|stil|fertil"
    "|[a-z]+[aeiou]bil)"
    "(?:a|e|i|u|ei|ii|ul|ului|ele|ile|elor|ilor|uri|urile|urilor)?"
)

# Whole words whose stem would be too short to touch, or would be another word's.
_WHOLE_WORDS = {
    form: stem
    for stem, forms in {
        "copil": "copii copiii copiilor",
        "om": "omul omului oameni oamenii oamenilor omule",
        "an": "ani anul anului anii anilor",
        "ora": "ore orei orele orelor",
        "zi": "ziua zile zilei zilele zilelor",
        "leu": "lei leul leului leii leilor",
        "apa": "ape apei apele apelor",
        "tat": "tatal tatalui",
        "man": "maini mainii mainile mainilor",
    }.items()
    for form in forms.split()
}

# Stems whose vowel or last consonant changes in the plural: variant → stem.
_VARIANTS = {
    "fet": "fat",
    "baiet": "baiat",
    "mes": "mas",
    "ret": "retel",
    "straz": "strad",
    "oglinz": "oglind",
    "dovez": "dovad",
    "comenz": "comand",
    "ghiz": "ghid",
    "tiner": "tanar",
    "numer": "numar",
    "suror": "sor",
    "ser": "sear",
    "cuvint": "cuvant",
    "viet": "viat",
    "piet": "piat",
    "diminet": "dimineat",
    "gresel": "greseal",
    "dreapt": "drept",
    "liceen": "licean",
    "cetaten": "cetatean",
    "ucrainen": "ucrainean",
}

# "școală / școli", "telefon / telefoane": the diphthong stands only before a lost ending.
_LAST_DIPHTHONG = re.compile(r"oa([^aeiou]+)$")
# A borrowed word takes its Romanian ending after a hyphen: "site-uri", "link-ul".
_HYPHEN_ENDING = re.compile(r"(?<=\w)-(?=(?:ul|ului|uri|urile|urilor)\b)")
_WORD = re.compile(r"\w+")


def stem(word: str) -> str:
    """The stem of one word, folded: "Copiilor" and "copilul" give "copil".

    Stemming a stem changes nothing. A word with a digit or in another script is only folded.
    """
    current = fold(word)
    # Each round takes one ending and all are shorter or final, so the loop ends.
    while (shorter := _without_one_ending(current)) != current:
        current = shorter
    return current


def stem_text(text: str) -> str:
    """The text folded and every word in it replaced by its stem.

    Order, punctuation and short words are kept, so that a phrase is still a phrase. Index and
    query must both pass here.
    """
    return _WORD.sub(lambda found: stem(found[0]), _HYPHEN_ENDING.sub("", fold(text)))


def stem_query(words: str) -> str:
    """What somebody searches for, as stems. Double quotes go: the database's search would read
    them as an operator of its own."""
    return stem_text(words.replace('"', " "))


def _without_one_ending(word: str) -> str:
    """One step: a looked-up form, or the word without one ending, or the word itself."""
    if word in _WHOLE_WORDS:
        return _WHOLE_WORDS[word]
    if word in _VARIANTS:
        return _VARIANTS[word]
    if not (word.isascii() and word.isalpha()):
        return word
    if whole := _OWN_TAIL.fullmatch(word):
        return whole[1]
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST:
            return _LAST_DIPHTHONG.sub(r"o\1", rest)
    return word
