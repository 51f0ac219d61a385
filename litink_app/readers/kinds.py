"""The values of `BlockKind` and `ChapterKind` as plain words.

What runs in the sandbox child keeps clear of enums, dataclasses, pathlib and urllib: their import would cost it as much as the book.
"""

PARAGRAPH = "paragraph"
HEADING = "heading"
VERSE = "verse"
LETTER = "letter"
QUOTATION = "quotation"
LIST_ITEM = "list_item"
SCENE_BREAK = "scene_break"
TABLE = "table"
FIGURE = "figure"
FOOTNOTE = "footnote"
CAPTION = "caption"
BLOCKS = (PARAGRAPH, HEADING, VERSE, LETTER, QUOTATION, LIST_ITEM, SCENE_BREAK, TABLE, FIGURE, FOOTNOTE, CAPTION)

FRONT = "front"
BODY = "body"
BACK = "back"
