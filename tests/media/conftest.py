"""What needs packages made by others is collected only where H5P_SAMPLES names their folder."""

import os

collect_ignore_glob = [] if os.environ.get("H5P_SAMPLES") else ["*/test_samples.py"]
