"""Published numbers, recomputed by the methods of this plugin."""
