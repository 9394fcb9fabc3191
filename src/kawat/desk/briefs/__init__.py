"""Briefs: composed once (`compose`, `of_record`), set in each of `FORMATS` with the same words and the same notes."""

from kawat.desk.briefs.compose import SHOWN, compose, of_record
from kawat.desk.briefs.model import Brief
from kawat.desk.briefs.setting import FORMATS, Setting

__all__ = ["FORMATS", "SHOWN", "Brief", "Setting", "compose", "of_record"]
