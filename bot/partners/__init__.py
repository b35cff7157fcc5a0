"""What the network's organizations do themselves: here they are asked, and answer."""
