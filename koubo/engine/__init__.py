"""What runs rules. Nothing here knows a word of the domain: subjects, facts and rules come in as data."""
