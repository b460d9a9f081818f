"""Files to texts: plain and Markdown, DOCX, PDF, HTML. Each reader says where in its file every letter came from."""
