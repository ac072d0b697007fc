"""The verbs ``check_duties`` and ``compare_plan``: what the contract asks for on a day, and what may not change."""
