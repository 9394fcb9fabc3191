"""The pages: a module a kind of page, each with a Litestar controller."""
