"""Events as drawings: pure functions to SVG, each with the table that says the same (see static/drawing.css).

A page shows `Drawing.svg` as it stands, in a box that scrolls (class ``drawing-box``), its notes and its table.
"""

from kawat.desk.drawing.activity import activity, sparkline
from kawat.desk.drawing.chain import chain
from kawat.desk.drawing.map import world_map
from kawat.desk.drawing.model import Drawing, Row, Table
from kawat.desk.drawing.network import network
from kawat.desk.drawing.timeline import timeline

__all__ = ["Drawing", "Row", "Table", "activity", "chain", "network", "sparkline", "timeline", "world_map"]
