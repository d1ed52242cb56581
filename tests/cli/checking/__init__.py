"""Tests of what `gradelint check` is made of."""
