"""`make bench`: our site measured beside a bare Wagtail site and a plain Django view, in one run.

Everything is set up under `var/bench/`, listens on loopback only and is stopped at the end.
"""
