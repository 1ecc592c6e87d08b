"""Words of H5P core's own controls, in English and Romanian. Core shows "[Missing translation …]"
for one that it is not given; only those are here that a player without a bar of buttons shows."""

CORE_WORDS = {
    "fullscreen": "Fullscreen",
    "disableFullscreen": "Disable fullscreen",
    "close": "Close",
    "title": "Title",
    "author": "Author",
    "year": "Year",
    "source": "Source",
    "license": "License",
    "thumbnail": "Thumbnail",
    "by": "by",
    "showMore": "Show more",
    "showLess": "Show less",
    "subLevel": "Sublevel",
    "noCopyrights": "No copyright information available for this content.",
    "copyrightInformation": "Rights of use",
    "contentChanged": "This content has changed since you last used it.",
    "startingOver": "You'll be starting over.",
    "confirmDialogHeader": "Confirm action",
    "confirmDialogBody": "Please confirm that you wish to proceed. This cannot be undone.",
    "cancelLabel": "Cancel",
    "confirmLabel": "Confirm",
    "contentType": "Content type",
    "licenseU": "Undisclosed",
}

ROMANIAN = {
    "fullscreen": "Pe tot ecranul",
    "disableFullscreen": "Ieșiți din ecranul complet",
    "close": "Închideți",
    "title": "Titlu",
    "author": "Autor",
    "year": "An",
    "source": "Sursă",
    "license": "Licență",
    "thumbnail": "Miniatură",
    "by": "de",
    "showMore": "Mai mult",
    "showLess": "Mai puțin",
    "subLevel": "Subnivel",
    "noCopyrights": "Nu se știe nimic despre drepturile asupra acestui conținut.",
    "copyrightInformation": "Drepturi de folosire",
    "contentChanged": "Acest conținut s-a schimbat de când l-ați deschis ultima dată.",
    "startingOver": "Începeți de la început.",
    "confirmDialogHeader": "Sigur?",
    "confirmDialogBody": "Dacă mergeți mai departe, nu se mai poate reveni.",
    "cancelLabel": "Renunțați",
    "confirmLabel": "Mergeți mai departe",
    "contentType": "Felul conținutului",
    "licenseU": "Nespecificată",
}


def core_words(language: str) -> dict[str, str]:
    """Core's words in a language; English where there are none."""
    return ROMANIAN if language == "ro" else CORE_WORDS
