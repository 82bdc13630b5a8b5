"""What a picture is written as: an offline page, SVG, PNG, PDF, and a free network."""
