"""Records as pages: HTML that opens from a file, prints, and asks nothing of any other place.

A page is a view: it adds headings, notes and links, and every word between quotation marks, and every character of
the sources, is the document's own.
"""

from accord.export.html.comparison import comparison_page
from accord.export.html.register import register_page

__all__ = ["comparison_page", "register_page"]
