"""The pages that are no lessons: the front door with its moving picture, and the glossary. They need no Dash."""
