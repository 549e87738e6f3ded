"""What the program writes for editors: layout of data files, schemas, new records."""
