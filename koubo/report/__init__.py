"""For eyes: terminal tables, pages, notebooks, workbooks. Nothing is decided here."""
