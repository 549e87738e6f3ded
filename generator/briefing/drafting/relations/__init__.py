"""Relations between the subjects of a clause as claims, offices of people among them."""
