"""Pictures (extra ``koubo[plot]``): matplotlib figures to show in a notebook or to save."""

from koubo.plots.points import plot_points
from koubo.plots.price import plot_price
from koubo.plots.year import plot_year

__all__ = ["plot_points", "plot_price", "plot_year"]
