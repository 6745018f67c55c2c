"""What exists only in the window: the menu and what it does, and the order in which results are laid out."""
