"""Adapts chapters to a script without a model: picks what to tell, word for word, and gives every scene its time.

`write_script(source, order, say)` is the door. Method: the chapter is cut into units (a sentence of narration, a quotation);
each unit is scored by centrality (mean tf-idf of its words), cast, speech and tension; every scene keeps the stretch of
consecutive units with the best score that fits its time. Same input, same script.
"""

from litink_app.studio.screenwriter.blocking import blocked
from litink_app.studio.screenwriter.people import cast_of
from litink_app.studio.screenwriter.plan import ScriptOrder, Source, write_script

__all__ = ["ScriptOrder", "Source", "blocked", "cast_of", "write_script"]
