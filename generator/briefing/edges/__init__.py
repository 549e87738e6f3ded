"""All input and output: files, the lock, publication. Nothing below this floor reaches the disk."""
