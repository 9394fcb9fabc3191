"""Measurements of Kawat: `make bench`, or one part: python -m bench.speed.

accuracy   events of annotated articles, and contacts of governments' readouts
blind      the same score on articles that no rule was written for
five       what a careful reader gets from five difficult pages
speed      articles a second, memory, start of the command line

Each part runs in a process of its own. What depends on data that is not there says so and is passed over.
"""
