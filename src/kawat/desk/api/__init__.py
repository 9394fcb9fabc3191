"""The record over HTTP, for programs: ``/api/v1``, described by OpenAPI at ``/api/openapi.json``.

Items are the structs of docs/records.md as JSON. A list comes a page at a time, with the address of the next; in bulk
it comes as JSON Lines. Every error has one shape (`failures.py`). Open `routes.py`: it has all routes; `asking.py` has
the filters, `changing.py` what editors may do, `document.py` the description.
"""
