"""Animals and creatures that act and speak in stories; how far a name is one of them."""

from litink_app.understanding.words import listed

ANIMALS = listed(
    """
    animal beast bird fish insect cat kitten kitty dog puppy pup hound mastiff terrier spaniel poodle bulldog collie horse pony colt
    foal mare stallion donkey ass mule ox cow calf bull bullock sheep lamb ram ewe goat kid pig piglet hog sow hen cock rooster chick
    chicken chicks duck duckling goose gosling gander turkey peacock pigeon dove swan rabbit hare bunny mouse dormouse rat guinea-pig
    squirrel hedgehog mole badger otter beaver weasel stoat ferret fox vixen wolf bear cub lion lioness tiger tigress leopard panther
    jaguar cheetah hyena jackal elephant rhinoceros hippopotamus giraffe zebra camel monkey ape gorilla baboon kangaroo koala opossum
    raccoon skunk porcupine armadillo deer stag doe fawn hind reindeer elk moose antelope gazelle chamois buffalo bison llama whale
    dolphin porpoise seal walrus shark salmon trout pike carp herring cod whiting eel crab lobster crayfish oyster snail slug worm
    caterpillar butterfly moth bee bumblebee wasp hornet ant fly gnat mosquito spider scorpion beetle ladybird cricket grasshopper
    locust dragonfly cockroach flea louse frog toad tadpole newt lizard salamander chameleon crocodile alligator snake serpent adder
    viper python cobra tortoise turtle eagle hawk falcon kite vulture buzzard owl owlet raven crow rook jackdaw magpie jay parrot
    parakeet lory macaw cockatoo canary sparrow robin wren thrush blackbird nightingale lark swallow swift starling finch linnet cuckoo
    woodpecker kingfisher heron crane stork ibis flamingo pelican gull seagull albatross penguin puffin ostrich emu dodo eaglet quail
    partridge pheasant grouse bat
    """
)

CREATURES = listed(
    """
    dragon griffin gryphon phoenix unicorn centaur satyr faun minotaur sphinx hydra chimera basilisk cockatrice werewolf vampire monster
    giant giantess ogre ogress troll goblin hobgoblin gnome dwarf elf brownie pixie sprite leprechaun kobold imp demon devil fiend genie
    djinn jinn ghost phantom spectre spirit skeleton mermaid merman nix nymph naiad dryad siren fairy angel robot
    automaton golem scarecrow snowman snow-man puppet doll witch wizard sorcerer martian alien changeling selkie kelpie banshee wyvern
    wyrm leviathan nisse tomte gingerbread-man tin-soldier
    """
)
