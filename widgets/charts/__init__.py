"""Progress: what was done in a project, drawn. The only home of pyqtgraph, imported at the first chart."""
