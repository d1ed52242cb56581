"""Files to documents: each module here that names its `SUFFIXES` reads one format, found because it is there."""
