"""Words that stand before a name, with the gender that they tell (f, m or empty)."""

from litink_app.understanding.words import listed

TITLES = {
    "mr": "m", "mister": "m", "mrs": "f", "mistress": "f", "missus": "f", "miss": "f", "missis": "f", "ms": "f", "master": "m", "messrs": "m", "misses": "f", "sir": "m", "lady": "f", "lord": "m", "dame": "f",
    "dr": "", "doctor": "", "prof": "", "professor": "", "captain": "m", "capt": "m", "cap'n": "m", "colonel": "m", "col": "m", "major": "m", "maj": "m", "general": "m", "gen": "m", "lieutenant": "m", "lieut": "m", "sergeant": "m", "corporal": "m",
    "private": "m", "admiral": "m", "commodore": "m", "commander": "m", "ensign": "m", "mate": "m", "bo'sun": "m", "inspector": "m", "constable": "m", "officer": "", "detective": "", "sheriff": "m", "marshal": "m", "judge": "m", "justice": "m", "senator": "m",
    "governor": "m", "president": "m", "mayor": "m", "squire": "m", "reverend": "m", "rev": "m", "father": "m", "brother": "m", "sister": "f", "mother": "f", "parson": "m", "bishop": "m", "archbishop": "m", "cardinal": "m", "pope": "m", "abbot": "m",
    "abbe": "m", "abbé": "m", "friar": "m", "fra": "m", "deacon": "m", "elder": "m", "rabbi": "m", "saint": "", "st": "", "uncle": "m", "aunt": "f", "auntie": "f", "aunty": "f", "cousin": "", "grandma": "f", "grandmother": "f", "grandmamma": "f", "grandpa": "m",
    "grandfather": "m", "granny": "f", "gran": "f", "king": "m", "queen": "f", "prince": "m", "princess": "f", "duke": "m", "duchess": "f", "count": "m", "countess": "f", "earl": "m", "baron": "m", "baroness": "f", "viscount": "m", "viscountess": "f",
    "marquis": "m", "marquess": "m", "marchioness": "f", "marquise": "f", "comte": "m", "comtesse": "f", "vicomte": "m", "chevalier": "m", "emperor": "m", "empress": "f", "tsar": "m", "czar": "m", "sultan": "m", "caliph": "m", "vizier": "m", "pasha": "m",
    "madame": "f", "madam": "f", "mme": "f", "mademoiselle": "f", "mlle": "f", "monsieur": "m", "m": "m", "mm": "m", "signor": "m", "signora": "f", "signorina": "f", "señor": "m", "senor": "m", "señora": "f", "senora": "f", "señorita": "f", "senorita": "f", "herr": "m",
    "frau": "f", "fraulein": "f", "fräulein": "f", "don": "m", "doña": "f", "dona": "f", "donna": "f", "goodman": "m", "goodwife": "f", "goody": "f", "gaffer": "m", "farmer": "m", "old": "", "young": "", "little": "", "big": "", "poor": "", "dear": "", "honest": "",
    "nurse": "f", "cook": "", "chief": "m", "comrade": "", "citizen": "m", "widow": "f", "lawyer": "m", "deputy": "", "councillor": "m", "alderman": "m", "beadle": "m", "dominie": "m", "friend": "", "esquire": "m", "witch": "f", "wizard": "m", "giant": "m",
}  # fmt: skip

SOFT = listed(
    """
    old young little big poor dear honest m mm private general mate count don officer friend chief elder major private gran saint st col
    gen will
    """
)
"""Titles that are also ordinary words: they count only when capitalised or right before a name."""

ABBREVIATED = listed(
    """
    mr mrs ms messrs dr prof capt col maj gen lieut lt sergt sgt rev hon st mt jr sr esq mme mlle mm no vol pp fig cf vs etc viz ie eg
    co inc ltd jan feb aug sept oct nov dec ave ft
    """
)
