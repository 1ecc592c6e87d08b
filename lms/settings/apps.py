"""Installed apps, middleware and templates."""

from lms.settings.environment import BASE_DIR

OUR_APPS = [
    "lms.core",
    "lms.organisations",
    "lms.people",
    "lms.helplines",
    "media",
    "quizzes",
    "lms.selfcheck",
    # Before lessons: starter content is loaded in this order, and the catalogue hangs on the home.
    "lms.pages",
    # After the home pages that its guides hang on, before the lessons that show its facts.
    "lms.abroad",
    "lessons",
    "lms.classrooms",
    "lms.training",
    "lms.campaigns",
    "lms.reach",
]

INSTALLED_APPS = [
    *OUR_APPS,
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.locales",
    "wagtail.sites",
    "lms.people.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    # After Wagtail: where both translate the same words, Wagtail's are rightly spelled.
    "wagtailmedia",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "lms.core.page_cache.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # What is below /h5p/ is answered here, without cookies and without what follows.
    "media.player.middleware.PlayerMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lms.core.middleware.CompressAdminMiddleware",
    "lms.core.admin_policy.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "lms.core.middleware.NoNullBytesMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lms.people.middleware.RequireSecondFactorMiddleware",
    "lms.people.middleware.AdminForStaffMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "lms.core.fallback.LanguageFallbackMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lms.core.context_processors.site",
            ],
        },
    },
]

# Form widgets are rendered from our own templates, so that every field looks and reads alike.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
