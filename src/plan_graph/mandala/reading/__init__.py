"""From the view of a graph to the picture: what is shown, and what is said of it."""
