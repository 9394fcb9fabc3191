"""Pages: from bytes to an article, every line with its role.

iter_pages(paths, stdin=...)  -> Page, or Failure with its reason; nothing is raised
read_page(page)               -> Article; raises the PageError family
read_text(text, ...)          -> Article
"""

from kawat.pages.model import Article, Credit, Line, Moment, Problem
from kawat.pages.read import read_page, read_text
from kawat.pages.source import Failure, Given, Page, iter_pages

__all__ = [
    "Article", "Credit", "Failure", "Given", "Line", "Moment", "Page", "Problem",
    "iter_pages", "read_page", "read_text",
]  # fmt: skip
