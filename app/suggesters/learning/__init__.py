"""What is learned from one annotator: repeats of what they marked, a model of how they mark, and a guard.

`gathering` reads a project, `repeats` finds the same words again, `model` and `scoring` learn from the
marks and say how well, `places` keeps out what was decided already, and `guard` watches that suggestions
are looked at. All of it is for one annotator: what others mark, or reject, teaches nothing here.
"""
