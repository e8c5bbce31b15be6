# HTML and LaTeX: headings beside the tables; the page of the review.

page-notes = Notes
page-sources = Sources
page-unknown = not known
