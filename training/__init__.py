"""Scripts that learn the numbers that the packages hold; never imported by them."""
