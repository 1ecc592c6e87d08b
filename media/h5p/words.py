"""English words of H5P core's own controls. Core shows "[Missing translation …]" for one that it
is not given; only those are here that a player without a bar of buttons can show."""

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
