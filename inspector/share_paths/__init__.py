"""Share paths and every form they take. No Qt."""

from inspector.share_paths.link import Link, Options, Parsed
from inspector.share_paths.share_path import Parameter, SharePath

__all__ = ["Link", "Options", "Parameter", "Parsed", "SharePath"]
