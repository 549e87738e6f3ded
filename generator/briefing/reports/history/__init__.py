"""What one commit of the data changed, as operations."""
