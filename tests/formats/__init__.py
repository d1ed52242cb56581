"""Each format's reader, and the cleaning that all share."""
