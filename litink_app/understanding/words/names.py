"""First names by the gender that they usually tell, and their short forms. Evidence of the text outweighs this list."""

from litink_app.understanding.words import listed

FEMALE = listed(
    """
    abigail ada adela adelaide adele adelina adeline agatha agnes agrafena aglaya aileen alexandra alice alicia alina allegra alma
    althea amabel amanda amelia amina amy ana anastasia andrea angela angelica angelina anita ann anna annabel annabella anne annette
    annie annis antoinette antonia arabella araminta ariadne ariel arlene astrid athena audrey augusta aurelia aurora ava avdotya
    barbara beata beatrice beatrix becky belinda bella belle bernadette bertha bess bessie beth bethany betsey betsy bettina betty
    beulah bianca biddy blanche bonnie brenda briar bridget britta brunhilda brynhild camilla camille candace caroline carla carlotta
    carmen carol carrie cassandra cassie catherine cathy cecile cecilia cecily celeste celestine celia charity charlotte chloe
    christabel christiana christina christine cicely cinderella clara clarice clarinda clarissa clarisse claudia claudine cleo cleopatra
    clementina clementine clotilde colette constance consuelo cora coralie cordelia corinna corinne cornelia cosette cressida cynthia
    daisy daphne darya deborah deirdre delia delilah denise desdemona diana dinah dolly dolores dora dorcas doris dorothea dorothy
    drusilla dulcie edith editha edna effie eileen elaine eleanor eleanora elena elfrida eliza elizabeth elizaveta ella ellen elma
    eloise elsa elsie elspeth elvira emily emma emmeline emmy enid erica ernestine esmeralda estella estelle esther ethel etta eudora
    eugenia eugenie eulalia eunice euphemia eustacia eva evangeline eve evelina eveline evelyn faith fanny fatima felicia felicity fiona
    flavia flora florence florentina flossie frances francesca freda freya frieda gabrielle genevieve georgette georgia georgiana
    georgina geraldine gerda germaine gertrude gertie gilberte gillian gladys gloria grace greta gretchen gretel griselda gudrun
    guinevere gwen gwendolen gwendolyn hagar hannah harriet hattie hazel heather hedwig heidi helen helena helene helga henrietta
    hepzibah hermia hermione hester hetty hilda hildegard honor honoria hortense ida imogen ines inez ingeborg ingrid irene iris irma
    isabel isabella isabelle isadora iseult isolde ivy jacinta jacqueline jane janet janey janice jeanette jeanie jeanne jemima jennie
    jennifer jenny jerusha jess jessamine jessica jessie jill joan joanna jocasta josephine joyce juana juanita judith judy julia
    juliana julie juliet juliette june juno justine karen katarina kate katerina katharine katherine kathleen katie katinka katrina katy
    kezia kitty lally lara laura lavinia leah leila lena lenore leonie leonora leopoldine lesbia letitia letty libby lida lilian lilith
    lillian lily lina linda linnet lisa lisabeth lisbeth livia liza lizaveta lizzie lizzy lois lola lorna lottie lotty louisa louise
    lucia lucie lucilla lucille lucinda lucrece lucretia lucy luella luisa lulu lydia lyra mabel madeleine madeline madge maggie
    magdalen magdalena maia maisie malvina mamie marcella marcia margaret margery margot marguerite maria marian mariana marianne marie
    marietta marilla marina marion marjorie marta martha marthe mary marya matilda mattie maud maude maura maureen mavis maxine may meg
    megan mehitable melanie melissa melusina mercedes mercy merle mignon mildred millicent millie mimi mina mindy minerva minna minnie
    mirabel miranda miriam moira mollie molly mona monica morgana muriel myra myrtle mysie nadine nan nana nancy nanny naomi nastasya
    natalia natalie natasha nell nellie nelly nerissa netta nettie nicolette nina nora norah octavia odette olga olive olivia olympia
    ophelia ottilie pamela pansy pandora patience patricia patty paula paulina pauline pearl peggy penelope perdita perpetua petronella
    petunia philippa phillis philomena phoebe phyllis polly portia primrose priscilla prudence prue psyche rachel ramona rapunzel
    rebecca regan regina rhoda rita roberta rosa rosabella rosalba rosalie rosalind rosaline rosamond rosamund rose roseanne rosemary
    rosetta rosie rosina rowena roxana ruby ruth sabina sadie sally salome samantha sara sarah sappho scheherazade selina selma serena
    sheila shirley sibyl silvia simone sigrid sonia sonya sophia sophie sophy sophronia stella sue susan susanna susannah susie suzanne
    svanhild sybil sylvia tabitha tamara tatiana tess tessa thea thekla theodora theodosia theresa therese thisbe thirza thora
    thumbelina thyra titania trixie ulrica una undine ursula valentina valeria vanessa varvara venus vera verena verity veronica
    victoria victorine vida vinnie viola violet violetta virginia vivian vivien wanda wendy wilhelmina willa winifred winnie yolanda
    yseult yvette yvonne zenobia zerlina zillah zoe zora zuleika
    """
)

MALE = listed(
    """
    aaron abdul abdullah abel abner abraham abram absalom achilles achmed adam adolf adolphe adolphus adrian ahab ahmed aladdin alan
    alaric albert alec aleck alessandro alex alexander alexandre alexei alexey alexis alf alfonso alfred algernon algy ali allan allen
    alonso aloysius alphonse alvin alyosha amadeus ambrose amos amyas anatole andre andreas andrei andrew andrey andy angel angelo angus
    anselm anthony antoine anton antonio apollo archibald archie archy aramis aristide arkady armand arnold arthur artie asa athelstan
    athos aubrey august augustin augustine augustus axel baldur baldwin balthazar baptist baptiste barnaby barney barry bartholomew
    bartle basil bastian beau ben benedict benito benjamin bennie benny bernard bert bertie bertram bertrand bevis bill billie billy
    bingo blaise bob bobbie bobby boris bors brad bram brandon brian bruce bruno bryan buck buster byron caesar cain caleb calvin
    camillo carl carlo carlos caspar casper cassius cecil cedric charles charley charlie chauncey chester chris christian christopher
    christy chuck clarence claude claudio claudius clement clifford clive clyde colin columbus conrad constantine cornelius cosmo craig
    crispin cuthbert cyprian cyril cyrus damian dan daniel danny dante darius david davie davy dave denis dennis denys derek desmond
    dick dickie dickon dicky diego diggory dimitri dionysius dirk dmitri dmitry dominic don donald donatello douglas duke duncan dunstan
    dwight earl ebenezer ed eddie eddy edgar edmond edmund eduard edward edwin egbert eilert elbert eldred eli elias elijah eliphalet
    elisha elliot ellis elmer emanuel emil emile emilio enoch enos enrico ephraim erasmus eric erik ernest ernst errol esau etienne
    eugene eustace evan everard ezekiel ezra fabian fafnir faust felix ferdinand fernando fergus fernand ferris fitz florian floyd
    francesco francis francisco francois frank franklin franz fred freddie freddy frederic frederick fritz fyodor gabriel galahad gareth
    gaspard gaston gavin gawain gavroche gene geoffrey geordie george gerald gerard gideon gil gilbert giles giovanni giuseppe gladstone
    glenn godfrey goliath gordon graham gregory grigory griffith grimbald guido gunnar gunther gus gustav gustave gustavus guy hakon hal
    hamish hamlet hank hannibal hans hansel harald harley harold harry hartley harvey hassan hector heinrich helmut henri henrik henry
    herbert hercules herman hermann herodotus hezekiah hilary hilarion hiram hobart homer horace horatio horst howard hubert huck
    huckleberry hugh hugo humbert humphrey hyacinth iago ian ibrahim ichabod ignatius igor ike immanuel ira isaac isaiah ishmael isidore
    israel ivan ivanhoe jabez jack jackie jacob jacopo jacques jake jamal james jamie jan jared jarvis jason jasper javert jean jeb jed
    jedediah jeff jefferson jeffrey jem jemmy jeremiah jeremy jerome jerry jethro jim jimmie jimmy job jock joe joel joey johan johann
    johannes john johnnie johnny jolyon jonah jonas jonathan jose joseph josh joshua josiah juan jude judas jules julian julien julius
    jurgis justin kai kaspar karl kaye keith kenneth kenelm kester kevin kim kirby kit kolya konrad konstantin kostya kurt lafayette
    lambert lancelot larry lars laurence laurie launcelot lawrence lazarus leander lear lee leif leo leon leonard leonardo leonid
    leonidas leontes leopold leroy leslie lester levi lewis liam lionel llewellyn lloyd lorenzo lot lothar louis lowell luc lucas lucian
    lucien lucius ludovic ludwig luigi luis luke luther lysander mac magnus malachi malcolm manfred manuel marc marcel marco marcus
    marius mark marmaduke martin marvin mat matt matthew matthias maurice max maximilian maxim melchior mercutio merlin merton mervyn
    micah michael michel miguel mikhail miles milo milton mitch mitya mohammed montague mordred mortimer moses moritz morgan morris
    murdoch mustapha napoleon nat nathan nathaniel neal ned nehemiah neil nelson nero nestor neville newland nicholas nick nicodemus
    nicolas nigel nikita nikolai nikolay noah noel norman oberon obadiah octavius odin odysseus olaf oliver ollie omar orlando orville
    oscar osmund oswald othello otis otto owen paddy pablo paolo parsifal pascal pat patrick patroclus patsy paul pavel pedro
    peleg percival percy peregrine pete peter petruchio phil philemon philip philippe phineas pierre pip piotr pinocchio porfiry porthos
    prospero pyotr quentin quincy ralph ramon randal randolph raoul raphael raskolnikov ray raymond reggie reginald reuben rex reynold
    richard rinaldo rob robbie robert roberto robin robinson roderick rodney rodion rodolphe rodrigo rodya roger roland rolf rollo romeo
    ron ronald rory rosencrantz ross rowland roy ruben rudolf rudolph rufus rupert russell sam sammy sampson samson samuel sancho sandy
    saul scott sean sebastian septimus sergei sergey serge seth shadrach shylock siegfried siegmund sigismund sigmund sigurd silas
    silvester simeon simon sinbad sindbad sergius sid sidney sinclair solomon spencer stanislaus stanley stefan stepan stephen steve
    steven stewart stuart sven svend sydney sylvain sylvester tad tancred ted teddy telemachus terence terry thaddeus theo theobald
    theodore theophilus theseus thibault thomas thor thorkel thornton tiberius tim timon timothy titus tobias toby tod todd tom tommy
    tony tristan tristram troilus tyrone ulric ulrich ulysses uriah valentin valentine valjean vanya vasili vasily vaughan vernon victor
    vincent virgil vivaldi vladimir volodya vronsky wallace walter wat watt werther wesley wilbur wilfred wilfrid wilhelm will willard
    william willie willy wilmot wilson winston winthrop wolfgang woodrow xavier yakov yorick zachariah zachary zeb zebedee zeke
    zephaniah zeus
    """
)

SHORT = {
    short: frozenset(longs.split())
    for short, longs in {
        "abe": "abraham abram", "addie": "adelaide adeline", "aggie": "agnes agatha", "alec": "alexander", "alex": "alexander alexandra", "alf": "alfred",
        "algy": "algernon", "allie": "alice alison", "andy": "andrew", "annie": "ann anna anne", "archie": "archibald", "archy": "archibald", "art": "arthur",
        "barney": "barnabas bernard", "bart": "bartholomew", "beatie": "beatrice", "becky": "rebecca", "bell": "isabella", "bella": "isabella arabella", "belle": "isabella arabella",
        "ben": "benjamin", "benny": "benjamin", "bert": "albert herbert bertram robert", "bertie": "albert herbert bertram robert", "bess": "elizabeth", "bessie": "elizabeth",
        "bessy": "elizabeth", "beth": "elizabeth bethany", "betsey": "elizabeth", "betsy": "elizabeth", "betty": "elizabeth", "biddy": "bridget", "bill": "william", "billy": "william",
        "bob": "robert", "bobby": "robert", "carrie": "caroline", "cassy": "cassandra", "cathy": "catherine", "charley": "charles", "charlie": "charles charlotte", "chris": "christopher christian christina",
        "cissy": "cecilia", "dan": "daniel", "danny": "daniel", "dave": "david", "davy": "david", "debby": "deborah", "dick": "richard", "dickie": "richard", "dicky": "richard",
        "dob": "robert", "doll": "dorothy dorothea", "dolly": "dorothy dorothea", "dora": "dorothea theodora", "dot": "dorothy", "eb": "ebenezer", "ed": "edward edwin edmund", "eddie": "edward edwin",
        "effie": "euphemia", "ellie": "eleanor ellen", "elsie": "elizabeth", "emmy": "emily emma amelia", "ern": "ernest", "ernie": "ernest", "fan": "frances", "fannie": "frances", "fanny": "frances",
        "flo": "florence", "flossie": "florence", "frank": "francis franklin", "fred": "frederick alfred", "freddy": "frederick", "freddie": "frederick", "gertie": "gertrude", "gil": "gilbert", "gus": "augustus gustav",
        "hal": "henry harold", "harry": "henry harold", "hattie": "harriet", "hetty": "henrietta hester", "hatty": "harriet", "huck": "huckleberry", "ike": "isaac", "izzy": "isabella isidore",
        "jack": "john", "jackie": "john", "jake": "jacob", "jamie": "james", "jeff": "jeffrey jefferson", "jem": "james jeremy", "jemmy": "james", "jennie": "jane jennifer", "jenny": "jane jennifer", "jerry": "jeremiah gerald",
        "jim": "james", "jimmie": "james", "jimmy": "james", "jo": "josephine joanna joseph", "jock": "john", "joe": "joseph", "joey": "joseph", "johnnie": "john", "johnny": "john", "josh": "joshua", "judy": "judith",
        "kate": "katharine katherine catherine", "kathy": "katherine", "katie": "katharine katherine catherine", "katy": "katharine katherine catherine", "kit": "christopher", "kitty": "katharine katherine catherine",
        "larry": "lawrence laurence", "laurie": "laurence lawrence theodore", "lena": "helena magdalena", "lettie": "letitia", "letty": "letitia", "lew": "lewis louis", "libby": "elizabeth", "lily": "lilian elizabeth",
        "liz": "elizabeth", "liza": "elizabeth eliza", "lizzie": "elizabeth", "lizzy": "elizabeth", "lottie": "charlotte", "lotty": "charlotte", "lou": "louisa louis", "lucy": "lucinda lucille", "lulu": "louisa lucy",
        "madge": "margaret", "mag": "margaret", "maggie": "margaret", "mamie": "mary margaret", "matt": "matthew", "mat": "matthew", "mattie": "martha matilda", "matty": "matilda martha", "maud": "matilda magdalen", "max": "maximilian", "meg": "margaret",
        "mick": "michael", "mike": "michael", "millie": "millicent mildred", "milly": "millicent mildred emily", "mina": "wilhelmina", "minnie": "wilhelmina mary", "moll": "mary", "molly": "mary", "nan": "ann anna nancy", "nancy": "ann anne",
        "nat": "nathaniel", "ned": "edward edmund", "nell": "ellen helen eleanor", "nellie": "ellen helen eleanor", "nelly": "ellen helen eleanor", "nettie": "henrietta antoinette", "nick": "nicholas", "noll": "oliver", "nora": "eleanor honora",
        "paddy": "patrick", "pat": "patrick patricia", "patsy": "patrick", "patty": "martha patience", "peg": "margaret", "peggy": "margaret", "percy": "percival", "pete": "peter", "phil": "philip", "pip": "philip", "polly": "mary", "prue": "prudence",
        "rab": "robert", "ray": "raymond", "reggie": "reginald", "rob": "robert", "robbie": "robert", "robin": "robert", "rosie": "rose rosa", "sadie": "sarah", "sal": "sarah", "sally": "sarah", "sam": "samuel", "sammy": "samuel", "sandy": "alexander",
        "seb": "sebastian", "sid": "sidney", "sim": "simon", "sol": "solomon", "sophy": "sophia", "steve": "stephen steven", "sue": "susan", "suke": "susan", "sukey": "susan", "susie": "susan", "ted": "edward theodore", "teddy": "edward theodore",
        "terry": "terence theresa", "theo": "theodore theobald", "tess": "teresa theresa", "tessie": "theresa", "tilda": "matilda", "tilly": "matilda", "tim": "timothy", "toby": "tobias", "tom": "thomas", "tommy": "thomas", "tony": "anthony antonio",
        "tracy": "theresa", "trot": "trotwood", "val": "valentine", "vin": "vincent", "wat": "walter", "will": "william", "willie": "william", "willy": "william", "wilfred": "wilfrid", "winnie": "winifred", "zeb": "zebedee zebulon", "zeke": "ezekiel",
        "alyosha": "alexei alexey", "mitya": "dmitri dmitry", "vanya": "ivan", "kolya": "nikolai nikolay", "sonya": "sofya sophia", "sonia": "sofya sophia", "katya": "katerina ekaterina", "natasha": "natalya natalia", "masha": "marya maria", "misha": "mikhail",
        "petya": "pyotr", "rodya": "rodion", "dunya": "avdotya", "kostya": "konstantin", "stiva": "stepan", "dolly ": "darya", "sasha": "alexander alexandra", "volodya": "vladimir", "vasya": "vasily", "grisha": "grigory",
    }.items()
}  # fmt: skip
