"""Briefs: composed once (`compose`, `of_record`), set in each of `FORMATS` with the same words and the same notes."""

from kawat.desk.briefs.choosing import LIMITS, Length
from kawat.desk.briefs.compose import compose, of_record
from kawat.desk.briefs.model import Brief
from kawat.desk.briefs.setting import FORMATS, Setting

__all__ = ["FORMATS", "LIMITS", "Brief", "Length", "Setting", "compose", "of_record"]
