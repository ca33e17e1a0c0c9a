"""The verdict, the loudest thing on screen."""
