"""Places of the earth that a map can show: (degrees east, degrees north)."""

import re

PLACES: dict[str, tuple[float, float]] = {
    "Africa": (20, 5), "Asia": (90, 45), "Europe": (18, 50), "North America": (-100, 45), "South America": (-60, -15), "Australia": (134, -25), "Antarctica": (20, -78),
    "Atlantic": (-35, 25), "Pacific": (-150, 5), "Indian Ocean": (78, -15), "Arctic": (0, 82), "Mediterranean": (17, 35), "Baltic": (19, 57), "North Sea": (4, 56),
    "Black Sea": (34, 43), "Caribbean": (-72, 16), "Red Sea": (38, 21), "Persian Gulf": (51, 27), "Gulf of Mexico": (-90, 25), "Sahara": (10, 23), "Himalayas": (84, 29),
    "Alps": (9, 46.5), "Andes": (-70, -20), "Rocky Mountains": (-110, 44), "Urals": (60, 60), "Siberia": (100, 63), "Amazon": (-58, -3), "Nile": (32, 22), "Mississippi": (-90, 36),
    "Danube": (20, 45.5), "Rhine": (7.5, 50), "Ganges": (84, 25.5), "Indus": (69, 28), "Yangtze": (112, 30), "Euphrates": (41, 35.5), "Tigris": (44, 34), "Volga": (46, 52), "Congo": (20, -2),
    "England": (-1.5, 52.5), "Scotland": (-4, 57), "Wales": (-3.8, 52.3), "Ireland": (-8, 53.3), "France": (2.5, 46.5), "Spain": (-4, 40), "Portugal": (-8, 39.5), "Germany": (10.5, 51), "Italy": (12.5, 43),
    "Greece": (22, 39.5), "Turkey": (34, 39), "Austria": (14, 47.5), "Hungary": (19, 47), "Poland": (19, 52), "Russia": (45, 57), "Ukraine": (31, 49), "Sweden": (15, 62), "Norway": (9, 61.5), "Denmark": (9.5, 56),
    "Finland": (26, 63), "Iceland": (-19, 65), "Netherlands": (5.5, 52.2), "Belgium": (4.5, 50.7), "Switzerland": (8, 46.8), "Egypt": (30, 26.5), "Ethiopia": (39, 9), "Kenya": (38, 0.5), "Nigeria": (8, 9.5), "Ghana": (-1, 7.8),
    "Morocco": (-6, 32), "Algeria": (3, 28), "South Africa": (24, -29), "Madagascar": (47, -19), "Israel": (35, 31.5), "Palestine": (35.2, 32), "Syria": (38, 35), "Iraq": (43.5, 33), "Iran": (54, 32), "Persia": (54, 32), "Arabia": (46, 24),
    "India": (79, 22), "Pakistan": (69, 30), "China": (105, 35), "Mongolia": (104, 47), "Tibet": (88, 32), "Japan": (138, 36.5), "Korea": (127.5, 37), "Vietnam": (106, 16), "Thailand": (101, 16), "Indonesia": (113, -1),
    "Philippines": (122, 13), "New Zealand": (172, -42), "Canada": (-105, 57), "United States": (-98, 39), "Mexico": (-102, 23), "Cuba": (-79, 22), "Brazil": (-52, -10), "Peru": (-75, -9), "Argentina": (-65, -35), "Chile": (-71, -33),
    "Alaska": (-152, 64), "Greenland": (-41, 73), "London": (-0.1, 51.5), "Paris": (2.3, 48.9), "Rome": (12.5, 41.9), "Athens": (23.7, 38), "Berlin": (13.4, 52.5), "Vienna": (16.4, 48.2), "Madrid": (-3.7, 40.4), "Venice": (12.3, 45.4),
    "Constantinople": (29, 41), "Istanbul": (29, 41), "Moscow": (37.6, 55.8), "Jerusalem": (35.2, 31.8), "Cairo": (31.2, 30), "Alexandria": (29.9, 31.2), "Carthage": (10.3, 36.9), "Babylon": (44.4, 32.5), "Baghdad": (44.4, 33.3),
    "Bombay": (72.8, 19), "Calcutta": (88.4, 22.6), "Delhi": (77.2, 28.6), "Peking": (116.4, 39.9), "Beijing": (116.4, 39.9), "Tokyo": (139.7, 35.7), "Sydney": (151.2, -33.9), "New York": (-74, 40.7), "Boston": (-71, 42.4),
    "Chicago": (-87.6, 41.9), "San Francisco": (-122.4, 37.8), "New Orleans": (-90, 30), "Cape Horn": (-67, -56), "Cape of Good Hope": (18.5, -34.4), "Timbuktu": (-3, 16.8), "Lisbon": (-9.1, 38.7), "Galapagos": (-91, -0.5),
}  # fmt: skip

_NAMED = re.compile(
    r"(?<!\bNew )(?<!\bNew South )\b(?:" + "|".join(sorted((re.escape(name) for name in PLACES), key=len, reverse=True)) + r")\b"
)


def named(text: str) -> list[str]:
    """The places that a text names, in its order, each once; New England is not England."""
    return list(dict.fromkeys(_NAMED.findall(text)))
