"""The learned coder: which words tell an event, who acts in it and on whom, where the grammar alone does not say."""
