"""The methods section: arrays in, small frozen results out, each with its paper."""
