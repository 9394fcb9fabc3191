"""What Kawat knows of the world: states, bodies, office-holders, places, outlets. See docs/knowledge.md."""
