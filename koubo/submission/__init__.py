"""The verb ``check_submission``: documents, deadlines, channels, required content, support menu; mail subjects."""
