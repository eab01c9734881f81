"""The ground of Pressmark: plain Python, no Qt and no SQL. Imports nothing of ours but itself."""
