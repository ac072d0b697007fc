"""Facts of what the contract asks for: plan, reports, registers, incidents, accidents, security."""
