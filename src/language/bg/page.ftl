# HTML и LaTeX: заглавия край таблиците; страницата на прегледа.

page-notes = Бележки
page-sources = Източници
page-unknown = няма данни
