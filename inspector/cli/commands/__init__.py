"""The commands, one file each, found by its name; nothing else has to know a new one.

A file defines `SUMMARY` (a msgid), `configure(parser, messages)`, which adds the arguments, and
`run(options, terminal) -> Status`. Heavy imports belong inside `run`.
"""
