"""What makes a paper official: bodies (`organs`), grades of urgency (`urgency`), head and foot (`letterhead`)."""
