"""The desk in a browser: pages drawn on the server, for people who look before they read.

Open `app.py`: it has all pages. Each stands in a module of `pages`, with its templates in `templates`; what pages
share is `desk.py` (the request), `rows.py` (an event in a list), `templates/macros.html.j2` and `static/style.css`.
Every page works without a script and fetches nothing from elsewhere. Routes say who may use them (`persons.py`).
"""
