"""The figures that the illustrator draws for books that teach: the words that call each, and the parts that it can label."""

FIGURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "bone": ("bones?\\b|osteo|femur|skeletal|skeleton|clavic|scapula|stern(?:al|um)\\b|humer(?:al|us)|tibia|fibula|ulna\\b|pelvi[sc]\\b|vertebra|skull|crani|ribs?\\b|pectoral girdle|joints?\\b|carpal|phalan", ("compact bone", "medullary cavity", "epiphysis", "periosteum", "spongy bone", "endosteum", "diaphysis", "cartilage", "marrow", "artery")),
    "heart": ("heart|cardiac|cardio|vascular|blood vessel|arter(?:y|ies|ial)|capillar|circulat|atri(?:um|a)\\b|ventric", ("left ventricle", "right ventricle", "left atrium", "right atrium", "aorta", "vena cava", "pulmonary", "septum", "myocardium", "valve")),
    "brain": ("brain|cerebr|cortex|hypothal|pituitary|spinal", ("cerebrum", "frontal lobe", "temporal lobe", "cerebellum", "parietal lobe", "occipital lobe", "brain stem", "cortex", "sulcus")),
    "lungs": ("lungs?\\b|respirat|bronch|breath", ("trachea", "bronchi", "left lung", "right lung", "diaphragm", "bronchioles", "lobe", "alveoli")),
    "eye": ("eyes?\\b|retina|vision", ("cornea", "lens", "iris", "retina", "optic nerve", "sclera", "pupil", "vitreous", "choroid")),
    "neuron": ("neurons?\\b|nerv(?:e|ous)|axon|synap", ("cell body", "axon", "dendrite", "nucleus", "myelin", "axon terminal", "synapse", "soma")),
    "muscle": ("muscles?\\b|muscular|tendon|sarco", ("muscle fiber", "tendon", "fascicle", "epimysium", "perimysium", "endomysium", "insertion", "myofibril")),
    "stomach": ("stomach|digest|gastric|intestin|liver|pancrea|colon\\b|esophag", ("fundus", "body", "esophagus", "pylorus", "duodenum", "cardia", "rugae", "mucosa")),
    "kidney": ("kidneys?\\b|renal|urine|urinary|bladder", ("cortex", "medulla", "renal artery", "ureter", "renal pelvis", "renal vein", "pyramid", "nephron")),
    "tooth": ("tooth|teeth|dental", ("enamel", "dentin", "pulp", "gum", "root", "crown", "nerve")),
    "mouth": ("mouths?\\b|oral\\b|palate|tongue|pharyn|throat|swallow|saliva", ("tongue", "hard palate", "soft palate", "uvula", "pharynx", "esophagus", "epiglottis", "teeth", "lips", "saliva", "nasal cavity", "tonsil", "larynx", "trachea", "palate")),
    "skin": ("skin\\b|epiderm|dermis|integument", ("epidermis", "dermis", "hypodermis", "hair", "gland", "stratum corneum", "stratum basale", "blood vessel", "follicle", "melanin")),
    "dna": ("\\bDNA\\b|genes?\\b|genetic|chromosome|nucleotide", ("backbone", "base", "sugar", "phosphate", "gene", "nucleotide")),
    "atom": ("atoms?\\b|electron|proton|molecul|chemical bond|\\bions?\\b", ("nucleus", "electron", "proton", "neutron", "shell", "bond", "ion")),
    "cell": ("cells?\\b|cellular|mitosis|membrane|organelle|cyte|tissues?\\b|hormon|antibod|immune", ("nucleus", "mitochondrion", "membrane", "cytoplasm", "nucleolus", "golgi", "ribosome", "endoplasmic", "vesicle")),
    "body": ("human body|organ systems?|\\borgans\\b|anatomy|physiology", ("brain", "heart", "lung", "stomach", "intestine", "arm", "leg", "muscle", "skin")),
}  # fmt: skip
"""By name: a pattern of words, and parts in the order in which the illustrator knows them."""
