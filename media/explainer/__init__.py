"""The short animation of this site, drawn from its story: `python -m media.explainer`."""
