"""The same two kinds of picture by our own drawing and by chart libraries; each module draws with one of them."""
