"""What Chuchu says to people, in Simplified and Traditional Chinese and in English."""
