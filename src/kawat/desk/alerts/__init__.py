"""Saved searches that tell their owner what is new: by feed, webhook, e-mail.

noticing.py     which events are new to a search, and what has changed of those that it knows
messages.py     what is said about it
webhooks.py     sent to an address: signed, and never to this machine or its own network
mail.py         sent by e-mail
rounds.py       one round: look, note, send what is owed; start here
"""
