"""The sample community 桂语花园: what it is made of, and the plan of its last thirty days."""
