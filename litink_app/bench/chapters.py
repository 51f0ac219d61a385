"""What the chapters of the corpus are, told by people who looked: numbers of the body chapters as printed, runs joined, parts apart."""

NOVELS = {
    "1023_bleak_house": "1-67",
    "110_tess_of_the_durbervilles_a_pure_woman": "1-59",
    "11_alices_adventures_in_wonderland": "1-12",
    "1400_great_expectations": "1-59",
    "145_middlemarch": "1-86 FINALE",
    "15265_the_quest_of_the_silver_fleece_a_novel": "1-38 L'ENVOI",
    "1661_the_adventures_of_sherlock_holmes": "1-12",
    "2084_the_way_of_all_flesh": "1-86",
    "208_daisy_miller_a_study": "1-2",
    "209_the_turn_of_the_screw": "THE TURN OF THE SCREW 1-24",
    "215_the_call_of_the_wild": "1-7",
    "217_sons_and_lovers": "1-15",
    "219_heart_of_darkness": "1-3",
    "2489_moby_dick": "1-135 Epilogue",
    "24_o_pioneers": "1-5 1-12 1-2 1-8 1-3",
    "2775_the_good_soldier": "1-6 1-2 1-5 1-6",
    "27_far_from_the_madding_crowd": "1-57",
    "36_the_war_of_the_worlds": "1-17 1-10",
    "432_the_ambassadors": "1-3 1-2 1-2 1-2 1-3 1-3 1-3 1-3 1-3 1-3 1-4 1-5",
    "45_anne_of_green_gables": "1-38",
    "472_the_house_behind_the_cedars": "1-33",
    "514_little_women": "1-47",
    "521_the_life_and_adventures_of_robinson_crusoe": "1-20",
    "5348_ragged_dick_or_street_life_in_new_york_with_the_bootblacks": "1-27",
    "541_the_age_of_innocence": "1-34",
    "550_silas_marner": "1-21 CONCLUSION",
    "599_vanity_fair": "1-67",
    "711_allan_quatermain": "1-24",
    "73_the_red_badge_of_courage_an_episode_of_the_american_civil_war": "1-24",
    "76_adventures_of_huckleberry_finn": "1-42 CHAPTER THE LAST",
    "95_the_prisoner_of_zenda": "1-22",
    "969_the_tenant_of_wildfell_hall": "1-53",
}
OTHERS = {
    "books/alice.txt": "1-12",
    "books/alice.html": "1-12",
    "books/alice.pdf": "1-12",
    "epub3-samples/moby-dick-mo.epub": "1-135 Epilogue",
    "epub3-samples/wasteland.epub": "1-5",
    "epub3-samples/indexing-for-eds-and-auths-3f.epub": "1-10",
    "epub3-samples/georgia-cfi.epub": "GEORGIA Climate and Soils Minerals Agriculture Manufactures Communications Population Government Education Finance History",
    "books/sherlock-holmes.epub": (
        "A Scandal in Bohemia The Redheaded League A Case of Identity The Boscombe Valley Mystery The Five Orange Pips "
        "The Man with the Twisted Lip The Adventure of the Blue Carbuncle The Adventure of the Speckled Band "
        "The Adventure of the Engineer’s Thumb The Adventure of the Noble Bachelor The Adventure of the Beryl Coronet "
        "The Adventure of the Copper Beeches"
    ),
}
