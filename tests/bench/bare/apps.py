from django.apps import AppConfig


class BareContentConfig(AppConfig):
    name = "tests.bench.bare"
    label = "bench_content"
    default_auto_field = "django.db.models.BigAutoField"
