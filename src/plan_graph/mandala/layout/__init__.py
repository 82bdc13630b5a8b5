"""Where everything stands: pure functions from the picture to scenes, measured letter by letter."""
