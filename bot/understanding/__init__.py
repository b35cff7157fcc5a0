"""From a typed message to a belief over need types, with no network and nothing kept."""
