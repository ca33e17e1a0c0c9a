"""The verdict, the loudest thing on screen."""

from inspector.window.verdict_banner.verdict_banner import VerdictBanner

__all__ = ["VerdictBanner"]
