"""A mini-program project at hand: its pages, its app id, its compile modes."""

from inspector.share_paths.project.project import Project, open_project
from inspector.share_paths.project.text import ProjectError

__all__ = ["Project", "ProjectError", "open_project"]
