"""Raw texts → what people read: glosses, furniture and padding cut, dates and names told."""
