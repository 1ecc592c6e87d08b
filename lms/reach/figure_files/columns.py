"""The columns of the table. Their titles are the same in every language, so that a file does not
change its meaning with the language of whoever reads it."""

INDICATOR = "indicator"
NAME = "denumire"
AUDIENCE = "grup_tinta"
PART = "din_care"
VALUE = "cifra"
QUALIFIER = "cat_de_exacta"
METHOD = "metoda"
SOURCE = "sursa"
EVIDENCE = "dovada"
IN_ADDITION = "in_plus"

NEEDED = (INDICATOR, VALUE)
# The name is there for people: the code says which figure it is.
OPTIONAL = (NAME, AUDIENCE, PART, QUALIFIER, METHOD, SOURCE, EVIDENCE, IN_ADDITION)
TITLES = (
    INDICATOR, NAME, AUDIENCE, PART, VALUE, QUALIFIER, METHOD, SOURCE, EVIDENCE, IN_ADDITION
)  # fmt: skip
