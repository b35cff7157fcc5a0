"""What coordinators do in the chat: see how things stand, change an entry, send files, publish, go back."""
