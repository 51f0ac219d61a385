"""More heads and bodies of animals, made from those of their kin, and which kind stands in for a species that nobody drew."""

from dataclasses import dataclass, replace

from litink_app.studio.illustrator.muzzles import KINDS as NEAR
from litink_app.studio.illustrator.muzzles import MUZZLES as PLAIN
from litink_app.studio.illustrator.muzzles import Muzzle

_M = PLAIN
_POINTED = (((-0.20, -0.22, 0.6), (-0.20, -0.46), (-0.14, -0.56, 0.9), (-0.02, -0.42), (0.02, -0.28, 0.6)),)
_LONG_EAR = (((-0.16, -0.32, 0.5), (-0.30, -0.56), (-0.28, -0.84, 0.7), (-0.14, -0.70), (-0.02, -0.36, 0.5)),)

MUZZLES: dict[str, Muzzle] = {
    **PLAIN,
    "squirrel": replace(_M["mouse"], behind=(((-0.02, -0.24, 0.6), (0.04, -0.50, 0.9), (0.16, -0.22, 0.6)),), over=_POINTED, eye_size=1.3),
    "hedgehog": replace(_M["mouse"], behind=(), over=(((-0.22, -0.14), (-0.30, -0.30), (-0.16, -0.38), (-0.06, -0.24)),), nose=(0.485, 0.06, 0.038, 0.034)),
    "mole": replace(_M["mouse"], behind=(), over=(), eye_size=0.55, nose=(0.49, 0.065, 0.05, 0.04), whiskers=(0.38, 0.08)),
    "badger": replace(_M["bear"], stripes=(((0.44, -0.06), (-0.10, -0.20)), ((-0.10, -0.20), (-0.34, -0.10))), pale=((0.46, 0.0), (0.20, -0.24), (-0.10, -0.38), (-0.30, -0.28), (-0.10, -0.24), (0.20, -0.10)), eye_size=0.8),
    "weasel": replace(_M["fox"], behind=(((-0.06, -0.26), (-0.02, -0.42), (0.10, -0.38), (0.10, -0.24)),), over=(((-0.30, -0.20), (-0.30, -0.40), (-0.14, -0.44), (-0.06, -0.28)),)),
    "monkey": Muzzle(
        ((-0.38, 0.04), (-0.34, -0.24), (-0.12, -0.40), (0.12, -0.36), (0.24, -0.20), (0.28, -0.06, 0.1), (0.38, 0.02), (0.42, 0.12), (0.36, 0.18, 0.2), (0.12, 0.27), (-0.10, 0.34), (-0.30, 0.26)),
        ((0.02, 0.19), (0.20, 0.17), (0.37, 0.165), (0.38, 0.22), (0.26, 0.31), (0.06, 0.34)), (0.15, -0.10), 1.1, (0.36, 0.03, 0.02, 0.014), (),
        (((-0.20, -0.16), (-0.36, -0.18), (-0.42, 0.0), (-0.30, 0.12), (-0.18, 0.04)),), ((0.08, -0.20), (0.22, -0.20), (0.28, -0.05), (0.41, 0.08), (0.36, 0.17), (0.14, 0.25), (0.04, 0.06)),
    ),
    "elephant": Muzzle(
        ((-0.42, 0.10), (-0.40, -0.22), (-0.16, -0.44), (0.12, -0.40), (0.30, -0.20), (0.40, 0.10), (0.46, 0.42), (0.50, 0.72), (0.62, 0.80), (0.60, 0.90, 0.5), (0.42, 0.86), (0.32, 0.62), (0.24, 0.36), (0.12, 0.30), (-0.10, 0.38), (-0.32, 0.32)),
        ((0.0, 0.26), (0.14, 0.24), (0.24, 0.30), (0.20, 0.42), (0.04, 0.40)), (0.12, -0.10), 0.8, None, (), (((-0.10, -0.26), (-0.30, -0.40), (-0.62, -0.30), (-0.72, 0.06), (-0.56, 0.42), (-0.34, 0.46), (-0.20, 0.20), (-0.06, -0.04)),),
        horn=(((0.20, 0.28), (0.32, 0.44), (0.50, 0.50)),), horn_width=0.045, swing=14,
    ),
    "camel": replace(_M["horse"], over=(((-0.16, -0.30, 0.5), (-0.24, -0.44, 0.7), (-0.04, -0.34, 0.5)),), mane=()),
    "giraffe": replace(_M["deer"], horn=(((-0.04, -0.30), (-0.08, -0.42), (-0.10, -0.54)), ((0.04, -0.30), (0.04, -0.42), (0.04, -0.53))), horn_width=0.05),
    "tiger": replace(_M["lion"], behind=(), stripes=(((-0.02, -0.33), (0.0, -0.20)), ((-0.12, -0.33), (-0.10, -0.18)), ((-0.34, -0.02), (-0.18, 0.0)), ((-0.34, 0.12), (-0.16, 0.12)))),
    "leopard": replace(_M["lion"], behind=()),
    "zebra": replace(_M["horse"], stripes=(((0.10, -0.26), (0.02, -0.06)), ((-0.02, -0.34), (-0.08, -0.08)), ((0.24, -0.10), (0.14, 0.06)), ((-0.14, -0.34), (-0.20, 0.02)))),
    "donkey": replace(_M["horse"], over=_LONG_EAR, mane=()),
    "unicorn": replace(_M["horse"], horn=(((0.06, -0.34), (0.20, -0.62), (0.34, -0.92)),), horn_width=0.05),
    "crocodile": replace(
        _M["lizard"], mane=(),
        skull=((-0.38, 0.10), (-0.30, -0.10), (-0.10, -0.20), (0.02, -0.26), (0.12, -0.18), (0.40, -0.04), (0.78, -0.04), (0.86, 0.04), (0.80, 0.10, 0.3), (0.24, 0.14), (-0.06, 0.20), (-0.28, 0.28)),
        jaw=((-0.14, 0.15), (0.1, 0.14), (0.78, 0.09), (0.78, 0.14), (0.30, 0.23), (-0.08, 0.29)), eye=(0.02, -0.15), stripes=(((0.30, 0.12), (0.32, 0.17)), ((0.44, 0.11), (0.46, 0.16)), ((0.58, 0.10), (0.60, 0.15))),
    ),
    "hippo": replace(_M["cow"], horn=(), over=(((-0.18, -0.28), (-0.26, -0.42), (-0.12, -0.44), (-0.06, -0.32)),), eye_size=0.8),
    "rhino": replace(_M["cow"], horn=(((0.40, 0.04), (0.50, -0.12), (0.50, -0.32)), ((0.28, -0.10), (0.34, -0.20), (0.34, -0.30))), horn_width=0.06, eye_size=0.75),
    "parrot": replace(_M["eagle"], mane=(((-0.10, -0.32, 0.6), (-0.24, -0.52, 0.9), (0.02, -0.34, 0.6)),)),
    "crow": replace(_M["bird"], horn=(((0.17, -0.07), (0.40, -0.05), (0.64, 0.05)),), horn_width=0.075),
    "stork": replace(_M["bird"], horn=(((0.18, -0.05), (0.50, 0.02), (0.96, 0.14)),), horn_width=0.055),
    "hen": _M["bird"],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trait:
    """What sets a kind apart from the body that it borrows: `body` of quadrupeds or birds, size beside an adult, coat and pale, marks."""

    body: str
    size: float
    coat: tuple[str, str]
    marks: tuple[str, ...] = ()


TRAITS: dict[str, Trait] = {
    "squirrel": Trait("mouse", 0.24, ("#a8602c", "#ecd8b8"), ("bush",)), "hedgehog": Trait("mouse", 0.22, ("#8a6a4c", "#dcc8a8"), ("spines",)), "mole": Trait("mouse", 0.20, ("#45404a", "#a08888")),
    "badger": Trait("bear", 0.40, ("#5a5a60", "#ece6dc")), "weasel": Trait("fox", 0.28, ("#9c6236", "#f0e4cc")), "monkey": Trait("monkey", 0.46, ("#7a5538", "#dcb890")),
    "elephant": Trait("elephant", 1.30, ("#8a8a94", "#c0b8b8")), "camel": Trait("horse", 1.16, ("#b88c54", "#e0c8a0"), ("hump",)), "giraffe": Trait("giraffe", 1.75, ("#d0a050", "#8a5428"), ("patches",)),
    "tiger": Trait("lion", 0.70, ("#cc7a34", "#f0e0c4"), ("stripes",)), "leopard": Trait("lion", 0.62, ("#c89a54", "#ecdcb8"), ("spots",)), "zebra": Trait("horse", 1.02, ("#e4e0d8", "#f0ece4"), ("stripes",)),
    "donkey": Trait("horse", 0.86, ("#8a8480", "#d8d0c4")), "unicorn": Trait("horse", 1.12, ("#ece6e0", "#f4f0ea")), "crocodile": Trait("lizard", 0.46, ("#54703e", "#b8b880")),
    "hippo": Trait("pig", 0.84, ("#80707c", "#c8a8a8")), "rhino": Trait("pig", 0.92, ("#84848a", "#b0a8a4")),
    "parrot": Trait("eagle", 0.36, ("#3a9a5a", "#e0c050")), "crow": Trait("bird", 0.28, ("#2e2c36", "#4a4854")), "stork": Trait("duck", 0.66, ("#ece6dc", "#f4f0e8")), "hen": Trait("bird", 0.30, ("#b88a5a", "#ecdcc0")),
    "bee": Trait("small", 0.30, ("#e0b030", "#3a2c20")), "butterfly": Trait("small", 0.34, ("#c8643c", "#f0d890")), "beetle": Trait("small", 0.26, ("#3f5a4a", "#a0b878")), "ant": Trait("small", 0.26, ("#5a3424", "#a86a48")), "grasshopper": Trait("small", 0.32, ("#6a9a40", "#c8d488")),
    "spider": Trait("small", 0.30, ("#3c3440", "#8a7a80")), "snail": Trait("small", 0.28, ("#c8a878", "#8a5a3a")), "crab": Trait("small", 0.32, ("#c8543c", "#f0b898")), "octopus": Trait("small", 0.56, ("#a85a6a", "#e8b0a8")), "bat": Trait("small", 0.40, ("#4a4250", "#8a7480")),
    "seal": Trait("small", 0.42, ("#6a707c", "#c0c0bc")), "whale": Trait("small", 0.90, ("#4a6480", "#d0d8d8")), "dolphin": Trait("small", 0.60, ("#6a8aa4", "#dce4e4")), "penguin": Trait("small", 0.44, ("#2e3440", "#f0ece0")),
}  # fmt: skip

_KIN: dict[str, str] = {
    "squirrel": "squirrel chipmunk marmot beaver raccoon opossum", "hedgehog": "hedgehog porcupine urchin echidna", "mole": "mole shrew vole", "mouse": "rat dormouse mouse hamster gerbil guinea-pig lemming", "badger": "badger skunk wolverine",
    "weasel": "weasel stoat ferret otter mink marten polecat mongoose ermine", "monkey": "monkey ape gorilla baboon chimpanzee orangutan lemur bandar-log sloth", "elephant": "elephant mammoth", "camel": "camel dromedary llama alpaca",
    "giraffe": "giraffe", "tiger": "tiger tigress", "leopard": "leopard panther jaguar cheetah lynx puma cougar hyena ocelot", "zebra": "zebra", "donkey": "donkey ass mule burro", "unicorn": "unicorn pegasus", "horse": "foal steed nag charger centaur kelpie",
    "crocodile": "crocodile alligator caiman", "hippo": "hippopotamus hippo", "rhino": "rhinoceros rhino", "deer": "antelope gazelle elk moose reindeer roe buck chamois ibex kangaroo impala", "cow": "buffalo bison yak minotaur", "dog": "poodle spaniel mastiff collie bulldog greyhound cur mongrel pup",
    "wolf": "werewolf coyote dingo", "pig": "sow warthog tapir", "cat": "kitty tomcat tabby", "lion": "sphinx chimera manticore", "bear": "panda koala wombat", "lizard": "chameleon gecko iguana", "dragon": "dinosaur basilisk cockatrice hydra wyrm drake leviathan", "tortoise": "terrapin armadillo",
    "parrot": "parrot parakeet lory macaw cockatoo toucan budgerigar", "crow": "crow raven rook jackdaw magpie jay blackbird starling", "stork": "stork crane heron ibis flamingo pelican ostrich emu spoonbill", "duck": "goose swan duckling gull seagull albatross puffin teal cygnet", "hen": "hen cock rooster chicken chick turkey peacock pheasant partridge quail grouse",
    "owl": "owlet", "eagle": "hawk falcon kite vulture buzzard osprey kestrel condor phoenix", "bird": "canary finch linnet woodpecker kingfisher swift blackcap hummingbird tit bunting", "penguin": "penguin auk",
    "bee": "bee bumblebee wasp hornet fly gnat mosquito bluebottle midge", "butterfly": "butterfly moth dragonfly damselfly", "beetle": "beetle ladybird ladybug cockroach bug flea louse scarab chafer", "ant": "ant termite", "grasshopper": "grasshopper cricket locust mantis cicada", "spider": "spider scorpion tarantula mite",
    "snail": "snail slug", "crab": "crab lobster crayfish prawn shrimp", "octopus": "octopus squid jellyfish cuttlefish kraken starfish martian alien", "bat": "bat vampire", "seal": "seal walrus sea-lion manatee", "whale": "whale grampus", "dolphin": "dolphin porpoise shark swordfish narwhal",
    "fish": "cod carp herring eel perch sole mackerel tuna goldfish minnow oyster mussel tadpole", "snake": "cobra rattlesnake boa asp", "caterpillar": "maggot grub centipede millipede slug-worm leech",
}  # fmt: skip
KINDS: dict[str, str] = {**NEAR, **{word: kind for kind, words in _KIN.items() for word in words.split()}}

_ENDINGS = (("fish", "fish"), ("bird", "bird"), ("fly", "bee"), ("worm", "caterpillar"), ("snake", "snake"), ("cat", "cat"), ("dog", "dog"), ("hound", "dog"), ("beetle", "beetle"), ("bug", "beetle"), ("owl", "owl"), ("deer", "deer"), ("mouse", "mouse"), ("saur", "dragon"), ("hawk", "eagle"), ("insect", "beetle"), ("reptile", "lizard"), ("monster", "dragon"))  # fmt: skip


def kind_of(species: str) -> str:
    """The drawn kind nearest to a species' name: itself, its kin, or what its name ends in; an unknown beast is a dog-like one."""
    whole = species.lower().strip()
    for name in (whole, whole.replace(" ", "-"), *reversed(whole.replace("-", " ").split())):
        for form in (name, name.removesuffix("s"), name.removesuffix("es")):
            if form in MUZZLES or form in TRAITS or form in ("snake", "caterpillar"):
                return form
            if form in KINDS:
                return KINDS[form]
    return next((kind for ending, kind in _ENDINGS if whole.rstrip("s").endswith(ending)), "dog")


def is_known(species: str) -> bool:
    """Whether a word names an animal."""
    word = species.lower().strip()
    return any(form in known for form in (word, word.removesuffix("s")) for known in (MUZZLES, TRAITS, KINDS))
