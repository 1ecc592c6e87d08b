"""What is sent: a pupil's answer in plain controls, and an editor's question."""

from quizzes.controls import PATH, Controls, controls_of, path_from, response_from

__all__ = ["PATH", "Controls", "controls_of", "path_from", "response_from"]
