"""Template tags of lessons."""

from django import template

from lessons.selectors.plan_pages import SHAPES

register = template.Library()


@register.filter
def theme_class(theme: str) -> str:
    """The class that gives a theme its colour."""
    return SHAPES[theme][0]


@register.filter
def theme_shape(theme: str) -> str:
    """The icon that gives a theme its shape."""
    return SHAPES[theme][1]
