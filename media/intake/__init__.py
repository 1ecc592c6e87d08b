"""What comes into the library, by its bytes: is it what its name says, is it safe to hand on, and
who stands in it. Plain Python, without Django; `media.uploads` says it in words."""
