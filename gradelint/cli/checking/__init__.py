"""What `gradelint check` is made of: finding papers, reading them, writing the report, closing the run."""
