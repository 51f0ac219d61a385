"""Words that tell the place of a scene (by the illustrator's kits), its hour, its weather, and what can be drawn in it."""

from litink_app.understanding.words import listed

PLACES = {
    "meadow": "meadow meadows field fields pasture pastures grass lawn hillock daisies haystack hay hayfield cornfield wheat buttercups heath moor moors moorland common downs prairie plain plains bank hedge hedgerow sheepfold flock",
    "forest": "forest forests wood woods thicket trees tree grove copse jungle glade oak oaks pine pines woodcutter undergrowth brake bushes trunk boughs",
    "street": "street streets pavement sidewalk alley lane square shop shops store stores market marketplace market-place crossing cab cabs omnibus carriage-way corner shop-window town city",
    "drawing_room": "drawing-room drawing-rooms parlour parlor sitting-room living-room hall hallway salon ballroom ball-room dining-room fireplace hearth mantelpiece mantel sofa armchair arm-chair piano carpet chimney-piece hearthrug morning-room boudoir fireside dinner-table tea-table corridor staircase stairs passage house room rooms apartment apartments lodgings lodging flat hotel inn tavern bar-room saloon club theatre opera box chair chairs table window ceiling curtain curtains cushions upstairs downstairs dinner butler indoors lodge hunting-lodge rug",
    "kitchen": "kitchen kitchens oven stove scullery pantry cook saucepan saucepans kettle frying-pan cupboard larder dishes dough",
    "library": "library libraries bookshelf bookshelves book-shelves bookcase study desk writing-table office volumes books counting-house bookshop bank clerk ledger",
    "bedroom": "bedroom bedrooms bed-room bed beds chamber bedside pillow pillows blanket cradle nursery dressing-room bedclothes mattress counterpane attic garret sick-room hospital ward",
    "sea": "sea seas ocean waves billows deep surf tide swam swimming island whale mermaid",
    "ship": "ship ships deck decks boat boats vessel cabin mast masts sail sails sailors schooner brig steamer yacht captain bows stern helm crew quarter-deck forecastle bulwarks rigging",
    "beach": "beach beaches shore sands sand seaside sea-shore seashore coast shells pebbles cliff cliffs dunes sandbank",
    "harbour": "harbour harbor port quay quays wharf wharves pier dock docks jetty landing-stage lighthouse anchor moored",
    "castle": "castle castles palace palaces throne throne-room tower towers turret drawbridge battlements courtyard fortress keep dungeon court courtiers banquet king queen royal ramparts",
    "cave": "cave caves cavern caverns grotto tunnel burrow rabbit-hole well pit den lair underground mine mines cellar vault crypt tomb",
    "mountains": "mountain mountains hill hills peak peaks summit glacier precipice crag crags ravine gorge valley alps rocks cliff-top pass canyon hillside slope",
    "desert": "desert deserts dunes oasis camel camels caravan sahara sandstorm mesa cactus",
    "snow": "snow snows ice icy frozen glacier sledge sled sledges frost snowdrift blizzard snowflakes arctic igloo iceberg icebergs floe floes ice-floe ice-floes polar tundra walrus seals",
    "village": "village villages hamlet cottage cottages hut huts farm farmhouse farmyard farm-yard barn stable stables churchyard church mill well-side green smithy forge yard log-house cabin-door porch",
    "city_night": "lamplight gaslight gas-lamps lamp-post lamp-posts street-lamps neon streetlights",
    "garden": "garden gardens flower-bed flower-beds flowers roses rose-tree rose-bush orchard terrace fountain shrubbery arbour arbor gardener gardeners hothouse croquet croquet-ground conservatory lawn lawns kitchen-garden park",
    "courtroom": "court-room courtroom jury jurors jury-box judge trial verdict witness barrister prisoner's dock magistrate tribunal lawyer counsel",
    "school": "school schools schoolroom school-room classroom class-room schoolmaster schoolmistress pupils lessons blackboard slate slates teacher scholars desks university college lecture",
    "laboratory": "laboratory laboratories workshop test-tube test-tubes microscope chemicals apparatus experiment retort bunsen crucible telescope observatory machine machinery",
    "train": "train trains railway railroad locomotive compartment carriage-window platform station engine-driver tunnel-mouth guard's rails",
    "battlefield": "battlefield battle battles army armies regiment regiments trench trenches cannon cannons artillery muskets cavalry infantry bayonets enemy soldiers camp brigade charge",
    "road": "road roads highway highroad high-road coach coaches carriage carriages wagon waggon cart stagecoach stage-coach milestone journey turnpike toll-bar crossroads path track footpath gate horseback",
    "riverside": "river rivers riverside river-bank riverbank brook stream bridge ford ferry mill-stream waterfall pond lake pool canal reeds willows bank shore-side ripples",
}  # fmt: skip

WEIGHTS = {
    "rug": 0.5, "flat": 0.1, "chair": 0.2, "chairs": 0.2, "table": 0.0, "window": 0.15, "ceiling": 0.8, "curtain": 0.4, "curtains": 0.6, "cushions": 0.6, "upstairs": 0.6, "downstairs": 0.5, "dinner": 0.1, "butler": 0.4, "fire": 0.2,
    "room": 0.6, "rooms": 0.4, "house": 0.5, "hall": 0.8, "box": 0.2, "town": 0.5, "city": 0.5, "tree": 0.5, "trees": 0.7, "king": 0.25, "queen": 0.25, "royal": 0.3, "court": 0.4, "bank": 0.4, "captain": 0.2, "cook": 0.3, "bed": 0.7, "books": 0.4, "deep": 0.1, "class": 0.3,
    "well": 0.0, "slate": 0.3, "slates": 0.3, "pit": 0.5, "pass": 0.0, "charge": 0.1, "common": 0.0, "green": 0.1, "keep": 0.0, "journey": 0.4, "sand": 0.6, "hill": 0.7, "hills": 0.7, "valley": 0.6, "rocks": 0.6, "island": 0.5, "sail": 0.6, "boat": 0.8, "boats": 0.6, "gate": 0.3, "path": 0.5, "track": 0.3,
    "carriage": 0.7, "corner": 0.2, "passage": 0.4, "office": 0.9, "desk": 0.8, "lawn": 0.7, "flowers": 0.4, "roses": 0.4, "machine": 0.3, "judge": 0.3, "witness": 0.3, "trial": 0.5, "lessons": 0.4, "teacher": 0.4, "counsel": 0.2, "lawyer": 0.2, "guard's": 0.2, "rails": 0.5, "station": 0.9, "soldiers": 0.4,
    "enemy": 0.3, "battle": 0.5, "camp": 0.25, "shop": 0.8, "store": 0.6, "shops": 0.7, "market": 0.7, "square": 0.3, "ward": 0.3, "dishes": 0.5, "stairs": 0.5, "staircase": 0.6, "corridor": 0.6, "church": 0.6, "mill": 0.6, "stable": 0.6, "yard": 0.4, "park": 0.5, "pool": 0.7, "lake": 0.9, "bridge": 0.8, "stream": 0.8,
    "crew": 0.5, "stern": 0.2, "mines": 0.5, "mine": 0.0, "den": 0.6, "grass": 0.5, "fields": 0.7, "field": 0.6, "plain": 0.2, "plains": 0.6, "snow": 0.8, "ice": 0.5, "frozen": 0.4, "frost": 0.3, "icy": 0.2, "wood": 0.7, "woods": 0.9, "bar-room": 0.9, "study": 0.3, "clerk": 0.2, "volumes": 0.3, "experiment": 0.3, "bows": 0.0, "dock": 0.4, "tower": 0.7, "towers": 0.4,
    "tide": 0.4, "waves": 0.6, "cliff": 0.6, "cliffs": 0.6, "coast": 0.5, "shore": 0.7, "port": 0.3, "coach": 0.6, "cart": 0.5, "horseback": 0.5, "village": 0.8, "cottage": 0.8, "farm": 0.7, "fireplace": 0.9, "fireside": 0.9, "hearth": 0.7, "sofa": 0.9, "piano": 0.8, "carpet": 0.5, "cellar": 0.7,
    "prairie": 0.8, "bush": 0.3, "bushes": 0.5, "oak": 0.4, "fountain": 0.6, "hedge": 0.5, "class-room": 1.0, "island's": 0.2, "theatre": 0.8, "opera": 0.6, "hotel": 0.8, "inn": 0.8, "tavern": 0.8, "club": 0.6, "saloon": 0.7, "train": 0.5, "trains": 0.4, "platform": 0.3,
}  # fmt: skip
"""How strongly a word of `PLACES` tells; 1 where nothing is said."""

CUES = {word: (kit, WEIGHTS.get(word, 1.0)) for kit, words in PLACES.items() for word in words.split()}

INDOORS = frozenset(["drawing_room", "kitchen", "library", "bedroom", "courtroom", "school", "laboratory", "cave", "train"])

HOURS = {
    "dawn": "dawn daybreak sunrise daylight-break cock-crow",
    "day": "morning noon midday mid-day afternoon sunshine sunlight daylight breakfast lunch luncheon sunny",
    "dusk": "dusk twilight sunset evening nightfall sundown gloaming supper",
    "night": "night midnight moonlight moon stars starlight darkness candlelight lantern lanterns asleep bedtime moonlit lamplight",
}  # fmt: skip
HOUR_OF = {word: hour for hour, words in HOURS.items() for word in words.split()}

SKIES = {
    "clear": "sun sunshine sunny sunlight cloudless bright-blue starry",
    "cloudy": "cloudy clouds overcast grey-sky leaden gloomy",
    "rain": "rain raining rained rainy drizzle drizzling shower showers downpour wet drenched umbrella umbrellas puddles",
    "snow": "snow snowing snowed snowflakes snowy snowstorm blizzard sleet snowdrifts",
    "fog": "fog foggy mist misty haze",
    "storm": "storm storms stormy tempest thunder lightning gale hurricane thunderstorm squall",
}  # fmt: skip
SKY_OF = {word: sky for sky, words in SKIES.items() for word in words.split()}

PROPS = listed(
    """
    table chair armchair stool bench bed cradle lamp candle candlestick lantern mirror looking-glass clock watch bell key keys box chest
    trunk basket bag sack purse bottle jar jug cup teacup teapot kettle glass goblet plate dish bowl spoon knife fork bread loaf cake
    tart tarts pie cheese apple apples pear orange egg eggs milk wine book books letter letters newspaper map picture portrait pen paper
    ring necklace crown sword dagger spear shield bow arrow arrows gun pistol rifle musket cannon axe hammer saw spade rake broom ladder
    rope chain net wheel spinning-wheel spindle loom needle thread umbrella parasol cane stick staff wand pipe cigar fiddle violin flute
    drum trumpet horn harp piano guitar hat bonnet cap gloves glove shoe shoes slipper boots cloak coat apron fan handkerchief
    spectacles basket flag banner boat ship cart wagon carriage coach sledge sled saddle horse donkey cow sheep goat pig dog cat hen
    cock goose duck rabbit mouse rat owl raven frog snake fish bird butterfly bee spider tree stump log rose roses flower flowers
    mushroom pumpkin well fountain bridge gate fence door window fire fireplace stove oven cauldron pot pan barrel bucket pail gold
    silver coin coins treasure diamond diamonds pearl pearls lantern telescope microscope globe skull bone bones feather nest
    """
)

SURE = listed(
    "morning noon midday afternoon evening night midnight dawn daybreak sunrise sunset dusk twilight nightfall breakfast supper sunshine sunlight moonlight moonlit lamplight candlelight raining rained rainy snowing snowed snowstorm thunderstorm foggy"
)
"""Words of hour and sky that tell by themselves; the others want company."""

GREETINGS = frozenset(("good", "every", "each", "all", "yesterday", "that", "tomorrow"))
"""Before an hour's word: it is not the hour of the scene."""
