"""One reader a format: bytes to sheets of cells. Each imports its library when it is called."""
