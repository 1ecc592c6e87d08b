"""Search over everything that is public: reading a question, ranking, and addresses of views."""
