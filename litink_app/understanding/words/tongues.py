"""What rules for other languages than English go by: their words for places, hours, skies, titles, speaking. Few words, but sure ones."""

from dataclasses import dataclass, field

from litink_app.understanding.words import listed


def _by_word(groups: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in groups.items() for word in words.split()}


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """One language. `places`, `hours`, `skies` map a word to a kit, an hour, a weather; the first word of a kit names it."""

    places: dict[str, str] = field(default_factory=dict[str, str])
    hours: dict[str, str] = field(default_factory=dict[str, str])
    skies: dict[str, str] = field(default_factory=dict[str, str])
    towards: frozenset[str] = frozenset()
    """Prepositions before a place where somebody is or goes."""
    within: frozenset[str] = frozenset()
    """Prepositions before towns and countries, hardly ever before people."""
    saying: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    """How verbs of telling end."""
    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    """What stands right before a name: "señora", "el viejo", "appelée"."""
    children: frozenset[str] = frozenset()
    old: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    """Of `women` and `men` those that may be written big and are no name."""
    nobody: frozenset[str] = frozenset()
    """Pronouns, articles, openers of sentences, God: never a name, though written big."""

    def name_of(self, kit: str) -> str:
        """The language's own word for a kit."""
        return next((word for word, named in self.places.items() if named == kit), "")


SPANISH = Tongue(
    places=_by_word({
        "sea": "mar mares océano olas oleaje", "ship": "barco barcos barca barcas buque nave navío cubierta velero bote goleta", "beach": "playa playas orilla arena costa acantilado acantilados", "harbour": "puerto muelle muelles faro embarcadero",
        "forest": "bosque bosques selva árboles arboleda", "meadow": "prado prados campo campos pradera hierba llanura", "mountains": "montaña montañas montes sierra cumbre colina colinas cerro valle", "castle": "castillo castillos palacio palacios torre trono fortaleza alcázar",
        "village": "aldea aldeas pueblo pueblos cabaña choza granja iglesia ermita molino corral establo", "street": "calle calles plaza ciudad callejón acera mercado tienda avenida", "garden": "jardín jardines huerto huerta rosal parque", "kitchen": "cocina fogón horno despensa",
        "bedroom": "dormitorio alcoba cama lecho almohada cuna", "library": "biblioteca estantería escritorio despacho librería oficina", "drawing_room": "salón sala comedor chimenea sillón casa habitación aposento venta posada taberna teatro hotel", "cave": "cueva cuevas caverna gruta túnel mina sótano",
        "snow": "nieve hielo glaciar trineo ventisca", "desert": "desierto dunas oasis camello camellos caravana", "road": "camino caminos carretera sendero senda carruaje carreta", "riverside": "río ríos arroyo puente lago laguna estanque riachuelo", "school": "escuela colegio aula maestro pizarra universidad",
        "courtroom": "tribunal juez jurado juicio", "train": "tren trenes estación ferrocarril vagón andén", "laboratory": "laboratorio taller microscopio telescopio", "battlefield": "batalla ejército trinchera cañones regimiento",
    }),
    hours=_by_word({"night": "noche noches medianoche luna estrellas anochecida", "dawn": "alba amanecer amaneció madrugada aurora", "dusk": "atardecer anochecer crepúsculo ocaso tarde", "day": "mañana mediodía día"}),
    skies=_by_word({"rain": "lluvia lluvias llovía llover llovizna aguacero", "storm": "tormenta tormentas tempestad temporal trueno truenos relámpago relámpagos", "snow": "nieve nevaba nevada nevar copos", "fog": "niebla neblina bruma", "cloudy": "nubes nublado", "clear": "sol soleado"}),
    towards=listed("en a al hacia hasta junto por desde ante"), within=listed("en hacia desde"),
    saying=listed("dijo decía dice gritó gritaba respondió preguntó contestó exclamó susurró murmuró añadió replicó repuso suspiró ordenó repitió llamó continuó pidió explicó"),
    endings=("ó", "aba", "ía", "era", "fue", "dijo", "vio", "hizo", "puso", "tuvo", "quiso", "vino"),
    women=listed("doña señora señorita dña sra srta niña muchacha mujer joven reina princesa madre hija hermana tía abuela vieja anciana llamada maestra bruja"), men=listed("don señor sr niño muchacho hombre rey príncipe padre hijo hermano tío abuelo viejo anciano llamado capitán maestro fray doctor conde marqués"),
    children=listed("niña niño"), old=listed("vieja viejo anciana anciano abuela abuelo"), titles=listed("don doña señor señora señorita sr sra srta fray"),
    nobody=listed("yo tú él ella ello usted vd ud vuestra merced nosotros nosotras vosotros vosotras ellos ellas ustedes me te se nos os le la lo les las los el un una unos unas mi tu su mis tus sus que qué quien quién cuando cuándo donde dónde como cómo cuanto no sí si ya y o pero pues porque aunque mientras entonces luego después antes ahora hoy ayer mañana así aquí allí ay oh ah este esta esto ese esa eso aquel aquella dios diablo señor señora don doña capítulo parte al a de del en con por para sin sobre desde hasta todo toda todos nada nadie algo alguien muy más menos había era es fue cada otro otra gracias bueno bien adiós buenos buenas"),
)  # fmt: skip

FRENCH = Tongue(
    places=_by_word({
        "sea": "mer mers océan vagues flots", "ship": "navire navires bateau bateaux barque voilier vaisseau goélette chaloupe", "beach": "plage plages rivage grève sable falaise falaises côte", "harbour": "port quai quais phare jetée",
        "forest": "forêt forêts bois arbres clairière jungle", "meadow": "prairie prairies pré prés champ champs herbe plaine lande", "mountains": "montagne montagnes mont colline collines sommet vallée ravin", "castle": "château châteaux palais donjon trône forteresse",
        "village": "village villages hameau chaumière cabane ferme église chapelle moulin étable grange", "street": "rue rues ville ruelle trottoir boulevard marché boutique", "garden": "jardin jardins verger parc rosier potager", "kitchen": "cuisine fourneau four cuisinière",
        "bedroom": "chambre chambres lit oreiller berceau", "library": "bibliothèque bureau librairie", "drawing_room": "salon cheminée fauteuil maison salle auberge hôtel appartement canapé théâtre", "cave": "caverne cavernes grotte souterrain tunnel",
        "snow": "neige glacier traîneau", "desert": "désert dunes oasis chameau chameaux caravane", "road": "route routes chemin chemins sentier carrosse diligence charrette", "riverside": "rivière rivières fleuve ruisseau pont lac étang", "school": "école classe écolier écoliers collège instituteur",
        "courtroom": "tribunal juge jury procès", "train": "train trains gare wagon locomotive", "laboratory": "laboratoire atelier microscope télescope", "battlefield": "bataille armée tranchée canons régiment",
    }),
    hours=_by_word({"night": "nuit nuits minuit lune étoiles", "dawn": "aube aurore", "dusk": "soir soirée crépuscule couchant", "day": "matin midi après-midi jour matinée"}),
    skies=_by_word({"rain": "pluie pluies pleuvait averse", "storm": "orage orages tempête tonnerre éclair éclairs", "snow": "neige neigeait flocons", "fog": "brouillard brume", "cloudy": "nuages nuageux", "clear": "soleil ensoleillé"}),
    towards=listed("dans à au aux en sur vers jusqu par devant près sous"), within=listed("en dans vers depuis"),
    saying=listed("dit disait cria criait répondit répliqua demanda murmura ajouta reprit fit s'écria écria soupira chuchota déclara répéta continua expliqua ordonna appela"),
    endings=("ait", "it", "ut", "int", "vint", "ra", "la", "da", "ta", "sa", "na", "ma", "pa", "va", "ça", "ia"),
    women=listed("madame mme mademoiselle mlle fille femme fillette reine princesse mère sœur soeur tante grand-mère vieille nommée appelée sorcière"), men=listed("monsieur m garçon homme roi prince père frère oncle grand-père vieux vieillard nommé appelé capitaine maître docteur abbé comte marquis pêcheur gardien"),
    children=listed("fillette garçon"), old=listed("vieille vieux vieillard grand-mère grand-père"), titles=listed("monsieur m madame mme mademoiselle mlle"),
    nobody=listed("je tu il elle on nous vous ils elles me te se le la les un une des du de au aux mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces cela ça qui que quoi quand où comme comment pourquoi combien ne non oui si et ou mais donc or car puis alors ensuite après avant maintenant ici là ainsi ah oh hélas eh dieu diable seigneur monsieur madame mademoiselle chapitre partie dans en sur sous par pour sans avec chez vers tout toute tous rien personne quelqu très plus moins était est fut chaque autre merci bien bon bonjour bonsoir adieu quel quelle pendant tandis lorsque à"),
)  # fmt: skip

ITALIAN = Tongue(
    places=_by_word({
        "sea": "mare mari oceano", "ship": "nave navi barca barche vascello veliero bastimento battello", "beach": "spiaggia spiagge riva sabbia costa scogliera lido", "harbour": "porto molo banchina faro",
        "forest": "bosco boschi foresta selva alberi radura", "meadow": "prato prati campo campi erba pianura", "mountains": "montagna montagne colle collina colline vetta valle", "castle": "castello castelli palazzo palazzi torre trono fortezza reggia",
        "village": "villaggio villaggi paese borgo capanna casolare fattoria chiesa mulino stalla", "street": "strada strade piazza città vicolo mercato bottega", "garden": "giardino giardini orto frutteto parco roseto", "kitchen": "cucina fornello forno dispensa",
        "bedroom": "camera letto cuscino culla", "library": "biblioteca scrivania libreria ufficio", "drawing_room": "salotto sala caminetto focolare poltrona casa stanza osteria locanda albergo taverna teatro", "cave": "caverna caverne grotta tunnel miniera cantina",
        "snow": "neve ghiaccio ghiacciaio slitta", "desert": "deserto dune oasi cammello cammelli carovana", "road": "sentiero cammino viottolo carrozza carro", "riverside": "fiume fiumi ruscello torrente ponte lago stagno", "school": "scuola classe maestro aula lavagna",
        "courtroom": "tribunale giudice giuria processo", "train": "treno treni stazione ferrovia vagone", "laboratory": "laboratorio officina microscopio telescopio", "battlefield": "battaglia esercito trincea cannoni reggimento",
    }),
    hours=_by_word({"night": "notte notti mezzanotte luna stelle", "dawn": "alba aurora", "dusk": "sera serata tramonto crepuscolo", "day": "mattina mattino mezzogiorno giorno pomeriggio"}),
    skies=_by_word({"rain": "pioggia piogge pioveva acquazzone", "storm": "tempesta tempeste temporale tuono tuoni fulmine fulmini lampi burrasca", "snow": "neve nevicava fiocchi", "fog": "nebbia foschia", "cloudy": "nuvole nuvoloso", "clear": "sole soleggiato"}),
    towards=listed("in nel nella nello nell nei nelle a al alla allo all ai alle verso su sul sulla sullo sull per da dal dalla presso fino"), within=listed("in verso"),
    saying=listed("disse diceva dice gridò gridava rispose chiese domandò esclamò sussurrò mormorò aggiunse replicò soggiunse sospirò ripeté ordinò continuò chiamò spiegò"),
    endings=("ò", "ava", "eva", "iva", "ì", "era", "fu", "disse", "vide", "fece", "prese", "rise", "ise", "ose"),
    women=listed("signora signorina donna bambina ragazza regina principessa madre figlia sorella zia nonna vecchia fata chiamata maestra strega"), men=listed("signor signore don bambino ragazzo uomo re principe padre figlio fratello zio nonno vecchio chiamato mastro maestro capitano dottor conte marchese"),
    children=listed("bambina bambino"), old=listed("vecchia vecchio nonna nonno"), titles=listed("signor signore signora signorina don donna"),
    nobody=listed("io tu egli ella lui lei esso essa noi voi loro essi mi ti si ci vi il lo la i gli le un uno una mio mia miei mie tuo tua suo sua suoi sue nostro vostro che chi cosa quando dove come quanto perché no sì se e ed o ma però dunque poi allora dopo prima ora adesso oggi ieri domani così qui qua là lì ah oh ahimè eh questo questa quello quella dio diavolo signore signora capitolo parte nel nella al alla di del della in con per da su senza sopra ogni tutto tutti tutta niente nessuno qualcuno molto più meno era è fu fece altro altra grazie bene buono addio mentre appena non a"),
)  # fmt: skip

FAINT = listed(
    "mar mer mare olas oleaje vagues flots casa casas maison habitación stanza chambre camera ville ciudad città campo campos champ champs campi faro phare"
)
"""Seen from afar, or said of any house: these tell less of where somebody is."""
PASSING = listed("día jour giorno sol soleil sole luna lune estrellas étoiles stelle")
"""One of these alone tells no hour and no sky."""
WITH_ARTICLE = listed("tarde mañana")
ARTICLES = listed("la una esta aquella esa cada")
"""Before them "tarde" is an afternoon, else it is late."""

TONGUES = {"es": SPANISH, "fr": FRENCH, "it": ITALIAN}
UNKNOWN = Tongue()
"""A language without words of ours: nobody and nothing is found in it rather than something wrong."""


def tongue_of(language: str) -> Tongue | None:
    """None for English, and where nobody knows the language: there English has its own rules."""
    short = language.lower()[:2]
    return None if not short or short == "en" else TONGUES.get(short, UNKNOWN)
