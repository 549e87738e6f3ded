"""Reading and laying out YAML files: the only package that knows the YAML library."""
