"""Charts and the county map as SVG, drawn on the server: the same ones on the page and in files."""

from lms.reach.drawing.charts import Chart, charts_of
from lms.reach.drawing.looks import LOOKS, Look
from lms.reach.drawing.svg import draw_png, draw_svg

__all__ = ["LOOKS", "Chart", "Look", "charts_of", "draw_png", "draw_svg"]
