"""Files in and out: YAML, JSON, CSV and Excel, with every mistake named by its place."""
