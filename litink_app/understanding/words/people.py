"""Nouns that name persons: by gender, by age, by relation. Lower case, singular."""

from litink_app.understanding.words import listed

FEMALE = listed(
    """
    stripling urchin     woman lady girl maid maiden maidservant housemaid chambermaid barmaid milkmaid nursemaid parlourmaid housekeeper hostess landlady
    mistress wife widow spinster bride bridesmaid mother mamma mama mom mum mummy mammy ma grandmother grandmamma grandma granny
    godmother stepmother mother-in-law sister stepsister sister-in-law daughter stepdaughter granddaughter goddaughter daughter-in-law
    aunt auntie niece queen princess duchess countess baroness marchioness empress abbess nun prioress governess nurse matron actress
    seamstress laundress washerwoman charwoman dame damsel lass lassie wench crone hag beldam witch sorceress enchantress fairy nymph
    mermaid goddess priestess prophetess heiress hostess waitress shepherdess huntress songstress authoress poetess patroness
    benefactress schoolmistress schoolgirl dairymaid gypsy-woman madam ma'am madame mademoiselle signora señora ogress giantess
    gentlewoman noblewoman needlewoman fishwife housewife midwife tirewoman goose-girl sultana stewardess tigress lioness hen cow ewe
    mare vixen doe goose she-bear she-wolf sow nanny-goat fiancée sweetheart-girl coquette prima-donna
    """
)

MALE = listed(
    """
    man gentleman boy lad fellow chap youth king prince duke count earl baron viscount marquis emperor lord squire knight father papa
    dad daddy pa grandfather grandpapa grandpa godfather stepfather father-in-law brother stepbrother brother-in-law son stepson
    grandson godson son-in-law uncle nephew husband widower bachelor bridegroom groom monk friar abbot priest parson vicar curate bishop
    clergyman rector deacon minister-man sexton landlord innkeeper host butler footman coachman groom valet gardener woodcutter woodman
    huntsman hunter fisherman sailor seaman boatswain captain mate skipper pirate soldier sergeant corporal lieutenant colonel major
    general admiral officer policeman constable sheriff detective inspector magistrate judge lawyer barrister solicitor attorney
    merchant shopkeeper grocer butcher baker tailor shoemaker cobbler blacksmith smith carpenter mason miller farmer ploughman shepherd
    swineherd goatherd herdsman drover carter waggoner wagoner teamster driver porter waiter barkeeper bartender saloon-keeper innkeeper
    barber hatter watchmaker tinker pedlar peddler beggar tramp vagabond thief robber burglar highwayman brigand bandit outlaw convict
    prisoner gaoler jailer hangman executioner headsman gentleman-usher wizard sorcerer magician enchanter dwarf giant ogre troll goblin
    elf gnome imp devil hermit pilgrim professor schoolmaster tutor usher schoolboy clerk bookkeeper banker broker messenger postman
    newsboy bootblack errand-boy cabman cabby cowboy rancher miner foreman overseer workman labourer laborer steward page squire herald
    courtier minister chancellor ambassador senator governor mayor sultan caliph vizier pasha emir sheik rajah chieftain chief warrior
    sir mister monsieur signor señor caballero swain suitor lover-boy boatman ferryman watchman fireman gunner ensign midshipman
    cabin-boy stranger-man huntsman bull ram cock rooster gander stallion drake buck stag he-goat billy-goat boar tom-cat negro
    sailor-man freedman yeoman nobleman countryman henchman doorkeeper undertaker apothecary physician-man alderman sheriff
    candlestick-maker toll-keeper fiddler drummer minstrel bard
    """
)

EITHER = listed(
    """
    person child baby infant orphan cousin friend neighbour neighbor stranger guest visitor servant cook doctor physician surgeon
    teacher pupil scholar student author writer poet artist painter singer musician player actor dancer peasant villager traveller
    traveler passenger companion comrade enemy foe rival partner customer tenant master employer lodger boarder patient witness prisoner
    captive slave parent twin spouse relative guardian ward heir lover sweetheart speaker voice reader listener leader ruler monarch
    sovereign saint spy guide scout guard sentry sentinel keeper owner boss editor reporter printer agent chemist scientist inventor
    engineer dentist gypsy savage native indian hatter juror assistant helper attendant admirer bystander onlooker rider horseman figure
    creature fool rascal villain rogue scoundrel wretch hero heroine kid youngster toddler elder ancestor spirit ghost phantom
    spectre angel somebody someone
    """
)

PLURAL = {
    "men": "man", "women": "woman", "children": "child", "ladies": "lady", "gentlemen": "gentleman", "people": "person", "folk": "person", "wives": "wife", "thieves": "thief", "mice": "mouse", "geese": "goose",
    "wolves": "wolf", "elves": "elf", "dwarves": "dwarf", "fairies": "fairy", "oxen": "ox", "ponies": "pony", "babies": "baby", "bodies": "body", "policemen": "policeman", "sailors": "sailor", "witches": "witch",
}  # fmt: skip

RELATIONS = {
    "mother": "f", "mamma": "f", "mama": "f", "mammy": "f", "mum": "f", "father": "m", "papa": "m", "dad": "m", "daddy": "m", "pa": "m", "ma": "f", "sister": "f", "brother": "m", "wife": "f", "husband": "m", "son": "m", "daughter": "f", "aunt": "f", "uncle": "m", "niece": "f",
    "nephew": "m", "cousin": "", "grandmother": "f", "grandfather": "m", "grandson": "m", "granddaughter": "f", "stepmother": "f", "stepfather": "m", "stepsister": "f", "stepbrother": "m", "godmother": "f", "godfather": "m",
    "mother-in-law": "f", "father-in-law": "m", "sister-in-law": "f", "brother-in-law": "m", "son-in-law": "m", "daughter-in-law": "f", "child": "", "baby": "", "parent": "", "friend": "", "companion": "", "comrade": "", "master": "m", "mistress": "f", "servant": "",
    "maid": "f", "nurse": "f", "governess": "f", "teacher": "", "tutor": "m", "guardian": "", "partner": "", "lover": "", "sweetheart": "", "fiancé": "m", "fiancée": "f", "bride": "f", "bridegroom": "m", "neighbour": "", "neighbor": "", "enemy": "", "rival": "",
    "employer": "", "host": "m", "hostess": "f", "guest": "", "guide": "", "landlady": "f", "landlord": "m", "twin": "", "grandma": "f", "grandpa": "m", "granny": "f", "lady": "f", "lord": "m", "king": "m", "queen": "f", "captain": "m", "lawyer": "m", "doctor": "",
}  # fmt: skip

DOUBTFUL = listed(
    "general private major page mate minister figure subject hand minor second host guide patient minion native savage indian negro german french individual officer guard watch count fool kid male female principal novice"
)
"""Persons only where no other noun follows: "the general store" is nobody."""

KIN = listed(
    """
    mother mamma mama mammy mum mummy father papa dad daddy pa ma sister brother wife husband son daughter aunt auntie uncle niece
    nephew cousin grandmother grandfather grandma grandpa granny
    """
)

CHILDREN = listed(
    """
    child baby infant boy girl lad lass lassie kid youngster toddler schoolboy schoolgirl newsboy bootblack cabin-boy errand-boy
    goose-girl orphan page youngest
    """
)
YOUNG = frozenset(["youth", "maiden", "damsel", "bride", "bridegroom", "prince", "princess", "student", "apprentice", "pupil", "suitor"])
OLD = listed(
    """
    crone hag beldam grandmother grandfather grandma grandpa granny hermit elder grandmamma grandpapa gaffer
    """
)

COLLECTIVE = listed(
    """
    crowd company party family army council jury mob throng audience chorus crew men women children people boys girls ladies gentlemen
    soldiers others guests sailors
    """
)
