"""What the articles are: reading, cleaning, splitting and keeping them."""
