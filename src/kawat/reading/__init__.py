"""See docs/flow.md."""
