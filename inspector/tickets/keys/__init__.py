"""Session keys: those used since the start, those of files, those of the keychain."""
