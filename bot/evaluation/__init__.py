"""How a programme is judged: what was promised, what people say came of it, and the document that tells both."""
