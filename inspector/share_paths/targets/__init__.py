"""One file a target, named as in `resources/targets.json`: `write` renders, `read` takes back."""
