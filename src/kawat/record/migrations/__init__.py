"""The steps from one version of the tables to the next, run by alembic when a record is opened."""
