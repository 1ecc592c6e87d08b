"""Video and audio of our own: captions, lighter copies, players, and who may read a file."""
