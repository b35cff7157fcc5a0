"""The web face: pages for everybody, and those of organizations, companies and coordinators. Start in site.py."""
