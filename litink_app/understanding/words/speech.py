"""Verbs and nouns of speaking, how loud they are, and what is only thought."""

from litink_app.understanding.words import listed

SAID = listed(
    """
    said says say saith sez quoth asked asks ask replied replies reply answered answers answer cried cries cry exclaimed exclaims
    exclaim shouted shouts shout called calls call whispered whispers whisper murmured murmurs murmur muttered mutters mutter added adds
    add continued continues continue returned returns return remarked remarks remark observed observes observe began begins begin
    repeated repeats repeat inquired inquires enquired enquires demanded demands demand declared declares declare explained explains
    explain interrupted interrupts interposed interposes insisted insists protested protests suggested suggests admitted admits
    announced announces agreed agrees responded responds rejoined rejoins retorted retorts ejaculated ejaculates faltered falters
    stammered stammers stuttered stutters gasped gasps sighed sighs sobbed sobs wept screamed screams shrieked shrieks yelled yells
    roared roars bellowed bellows bawled bawls thundered thunders growled growls grumbled grumbles groaned groans moaned moans howled howls snarled
    snarls snapped snaps barked barks hissed hisses laughed laughs chuckled chuckles giggled sneered sneers scoffed jeered mocked teased
    pleaded pleads begged begs implored implores entreated entreats besought urged urges coaxed commanded commands ordered orders bade
    bid advised advises warned warns threatened threatens promised promises vowed swore swears assured assures affirmed asserted averred
    avowed confessed confesses acknowledged conceded concluded concludes proceeded proceeds pursued pursues resumed resumes persisted
    persists ventured ventures hinted mused muses reflected reflects pondered concurred assented consented objected objects argued
    argues reasoned reasons stated states reported reports related recounted narrated told tells tell spoke speaks speak uttered utters
    pronounced proclaimed breathed breathes panted pants puffed croaked croaks squeaked squeaks squealed piped pipes chirped chirps
    drawled drawls lisped mumbled mumbles grunted grunts piped whimpered whimpers whined whines wailed wails lamented laments complained
    complains scolded scolds chided reproved rebuked corrected apologized apologised greeted greets hailed cheered boasted bragged sang
    sings chanted recited read reads prayed prays questioned queried quizzed wondered guessed reminded reassured soothed consoled
    comforted echoed echoes broke put cut chimed struck went goes volunteered supplied offered joked quipped purred cooed crowed neighed
    brayed bleated quacked hooted hummed mewed prompted persuaded counselled counseled cautioned beseeched supplicated invoked
    apostrophized apostrophised commented noted philosophized summarized opined submitted vociferated hallooed holloaed hollered halloed
    cursed blurted spluttered sputtered rasped gurgled choked trembled quavered smiled smiles grinned grins nodded frowned shrugged
    beamed winked bowed pouted snorted sniffed coughed yawned shivered shuddered paused confided conceded allowed owned maintained
    contended expostulated remonstrated deprecated parried challenged taunted accused blamed denied contradicted thinks think thought
    """
)

CORE = listed(
    """
    said says saith sez quoth asked asks replied replies answered answers cried cries exclaimed exclaims shouted shouts whispered
    whispers murmured muttered added continued returned remarked observed began repeated inquired enquired demanded declared explained
    interrupted interposed insisted protested suggested admitted announced responded rejoined retorted ejaculated faltered stammered
    gasped sighed sobbed screamed shrieked yelled roared bellowed growled grumbled groaned moaned howled snarled hissed pleaded begged implored
    entreated urged commanded ordered assured resumed persisted ventured pursued concluded called told spoke laughed snapped proceeded
    drawled
    """
)
"""Verbs that by themselves show that the words in quotation marks were spoken."""

ACTS = listed(
    """
    smiled smiles grinned grins nodded frowned shrugged beamed winked bowed pouted snorted sniffed coughed yawned shivered shuddered
    paused went goes put cut struck broke read reads trembled wept cheered offered allowed owned noted noticed returned returns
    """
)
"""Verbs that speak only when they touch the quotation."""

THOUGHT = frozenset(["thought", "thinks", "think", "mused", "reflected", "pondered", "wondered"])
WRITTEN = listed(
    """
    wrote writes written read reads ran inscribed printed labelled labeled marked signed spelled spelt entitled titled
    """
)

WHISPER = listed(
    """
    whispered whispers whisper whispering murmured murmurs murmur murmuring muttered mutters mutter muttering breathed breathes
    breathing hissed hisses mumbled sighed sighs
    """
)
SHOUT = listed(
    """
    shouted shouts shout shouting yelled yells yelling roared roars roaring bellowed bawled thundered hollered hallooed called screamed
    screams screaming shrieked shrieks shrieking vociferated hailed halloed holloaed
    """
)
CRY = listed(
    """
    cried cries cry crying sobbed sobs sobbing wept wailed wails wailing moaned moans whimpered lamented exclaimed
    """
)
SOFTLY = {
    "softly": "whisper", "quietly": "whisper", "low": "whisper", "whisper": "whisper", "undertone": "whisper", "breath": "whisper", "aside": "whisper", "loudly": "shout", "aloud": "", "fiercely": "shout", "furiously": "shout", "tearfully": "cry", "tears": "cry",
}  # fmt: skip

SPOKEN_NOUNS = listed(
    """
    voice words word reply answer question remark exclamation cry shout whisper speech response tone tones retort rejoinder
    """
)

TELLING = listed(
    "said asked replied answered cried exclaimed whispered murmured muttered shouted remarked observed inquired enquired demanded responded rejoined retorted growled suggested frowned smiled nodded laughed grinned shrugged sighed blushed chuckled winked bowed stammered"
)
"""Verbs whose subject is a speaker wherever they stand."""

NEVER_SPEAK = SPOKEN_NOUNS | listed(
    """
    moment time day night morning evening instant same next first last least whole rest thing things matter matters truth fact book paper letter note message telegram sign label inscription story tale song
    eye eyes hand hands face lips mouth head heart tongue soul mind tone sound noise echo bell clock wind sea door window house room world law newspaper papers law bible text proverb saying rumour report way end
    latter former following above name idea thought look glance smile laugh sigh sob pause silence manner
    """
)
"""What stands like a speaker beside a verb of speaking but is nobody."""
