"""The commands, one module each: arguments and options. What a command does is imported when it runs."""
