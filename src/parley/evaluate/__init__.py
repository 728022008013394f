"""Measuring against gold: one module a layer, each beside what a simple method gets."""
