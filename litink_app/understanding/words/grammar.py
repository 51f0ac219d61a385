"""Function words and frequent words that are never names, however they are written."""

from litink_app.understanding.words import listed

PRONOUNS = listed(
    """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves thou thee thy thine ye he him his himself she her
    hers herself it its itself they them their theirs themselves who whom whose
    """
)

FUNCTION = PRONOUNS | listed(
    """
    a an the this that these those some any no none every each either neither both all many much more most few several such same other
    others another one ones two three four five six seven eight nine ten eleven twelve twenty hundred thousand and or but nor so yet for
    if unless until till while when whenever where wherever whither whence why how because since though although as than whether lest
    before after once in on at by to from of with without within into onto upon over under above below between among amongst against
    about across along around through during behind beside besides beyond near off out up down toward towards past is am are was were be
    been being do does did done doing have has had having will would shall should can could may might must ought need dare let lets not
    never ever always often sometimes seldom now then here there again too very quite rather almost only just even still also perhaps
    maybe indeed however therefore thus hence else instead already soon presently yes no nay aye oh o ah alas hey hullo hello hallo well
    why what which who there here come go look see listen hush hark stop wait please thank thanks good bad poor dear old young little
    great big mr mrs sir madam ma'am miss god lord heaven heavens christmas easter sunday monday tuesday wednesday thursday friday
    saturday january february march april june july august september october november december english french german italian spanish
    latin greek american british irish scotch scottish welsh russian indian chinese roman christian jewish european dutch danish swedish
    african egyptian turkish arab chapter book part volume section act scene prologue epilogue preface introduction contents appendix
    note notes footnote illustration figure table page stave letter canto north south east west spring summer autumn winter morning
    evening night day today tomorrow yesterday suddenly finally meanwhile nevertheless moreover besides certainly surely really truly
    probably possibly evidently apparently naturally fortunately unfortunately luckily happily sadly afterwards later earlier first
    second third last next something anything nothing everything somebody anybody nobody everybody someone anyone everyone like unlike
    except till amid despite notwithstanding according concerning
    """
)

NOT_NAMES = FUNCTION | listed(
    """
    ha hah hi ho hum bah pooh psst sh tut pshaw humph hurrah hooray bravo amen adieu farewell goodbye good-bye welcome whoa gee gosh
    golly dammit damn hell devil curse bless lo behold nonsense rubbish whoever whatever whichever wherever mine thine his hers theirs
    ours yours thank thanks sorry pardon excuse ok okay right left wrong true false sure fine asleep awake away back forward forth
    together alone apart aside enough half whole part less least said asked cried replied answered thought looking seeing hearing having
    being going coming taking making turning majesty highness lordship ladyship grace honour honor excellency worship reverence
    providence almighty creator saviour nature fate fortune death time love truth justice liberty i'm i'll i've i'd don't can't won't
    didn't isn't wasn't that's it's there's what's let's he's she's you're we're they're ii iii iv v vi vii viii ix x xi xii xiii xiv xv
    xvi xvii xviii xix xx university college church street road avenue lane square park house hall hotel inn court club bank company
    society office station bridge river lake sea ocean bay mount mountain mountains valley island islands county town city village bible
    koran testament gospel psalm street-car no
    """
)

PLACE_HEADS = listed(
    """
    street road avenue lane square park house hall hotel inn court club bank company society office station bridge river lake sea ocean
    bay mount mountain mountains valley island islands isle county shire town city village place abbey castle palace manor lodge cottage
    grange farm farmhouse school college university church chapel cathedral hospital forest wood woods heath moor hill hills creek falls
    harbour harbor port cape coast point gate row terrace crescent yard works mill mills ranch mine camp fort plaza plantation estate
    desert plains prairie gulch canyon pass hollow street-end alley tower towers
    """
)

ADJECTIVES = listed(
    """
    old young little small big great tall short thin fat stout lean large huge tiny fair dark pale black white red blue green grey gray
    brown yellow golden silver good bad kind wicked evil poor rich wise foolish silly clever stupid brave proud gentle honest pretty
    beautiful handsome ugly lovely charming sweet dear sad happy merry jolly gay angry cross strange mysterious unknown wild mad crazy
    sick ill lame blind deaf dumb dead dying drunken sleepy tired weary hungry first second third fourth fifth last next other same
    eldest youngest elder younger oldest middle only own new late former certain whole very american english french german irish scotch
    italian spanish russian indian dutch swedish danish jewish negro colored coloured chinese japanese arab turkish greek roman noble
    royal holy reverend worthy good-natured good-looking kind-hearted one-eyed one-legged red-haired fair-haired dark-haired grey-haired
    gray-haired white-haired golden-haired bald bearded ragged shabby rough lean fierce cruel fearful frightened terrible dreadful
    horrible awful wonderful marvellous excellent worthy respectable elderly aged ancient middle-aged hoary withered stalwart sturdy
    burly portly plump slender slim slight delicate wooden iron tin straw stone glass paper enchanted magic bewitched mock cheshire
    march hooded veiled masked cloaked wounded bleeding trembling weeping laughing smiling grinning cunning sly crafty greedy lazy idle
    faithful loyal true false mean miserly stingy generous hospitable friendly unfriendly solitary lonely faint timid shy bashful bold
    impudent insolent saucy pert grave solemn stern severe austere haughty dignified stately
    """
)

ELISIONS = listed(
    """
    tis twas twere twill twould em cause bout way ere im er un neath gainst mongst cos til till nuff round course fore ave ad as is ow
    ere ome ouse ead and eard ope ard ell ee ullo e orse orses alf spose pon sblood zounds scuse cept tain
    """
)
"""Words that are written with a leading apostrophe."""
