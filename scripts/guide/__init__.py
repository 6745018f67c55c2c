"""The user guide as HTML: chapters from docs/guide, a page a step from the provider itself, tables from resources."""
