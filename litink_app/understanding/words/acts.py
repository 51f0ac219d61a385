"""What persons do: verbs whose subject is nearly always somebody, and the small verbs that stand between a subject and its verb."""

from litink_app.understanding.words import listed

ACTS = listed(
    """
    looked looks thought felt knew saw heard smiled laughed nodded sighed frowned shrugged blushed wept cried stared gazed glanced
    turned walked ran sat stood rose went came entered left stepped hurried rushed leaned leant bent bowed knelt lay slept woke awoke
    dreamed dreamt wished wanted hoped feared loved hated liked disliked believed doubted remembered forgot wondered decided resolved
    tried began ceased stopped paused hesitated waited watched listened noticed perceived observed understood knew guessed supposed
    imagined considered reflected took gave held caught seized threw picked put laid drew pulled pushed lifted raised opened closed shut
    knocked struck kissed embraced shook touched pointed waved ate drank smoked dressed wore put spoke said told asked answered replied
    called shouted whispered murmured read wrote sang played danced worked rode drove lived married died returned arrived departed
    followed led met joined found lost brought sent carried kept showed offered refused accepted agreed promised jumped leaped leapt
    climbed crept crawled swam flew fled escaped fought killed shot stabbed hid sprang started trembled shivered shuddered gasped
    groaned panted sank fell stumbled staggered limped strode marched wandered strolled paced lingered remained stayed rang poured lit
    bought sold paid stole begged thanked greeted welcomed visited seemed appeared became grew wishes wants hopes thinks feels knows
    sees hears smiles laughs looks turns sits stands goes comes takes gives
    """
)

BETWEEN = listed(
    """
    had has have was were is did do does would could should might must will shall may can 'd then now again also only just even still at
    once suddenly quietly softly slowly gently gravely quickly eagerly angrily sadly calmly coldly drily dryly warmly bitterly briskly
    hastily finally presently always never often soon almost merely simply thus once ever all here there too so in out up down back away on he she who
    it they never not n't himself herself itself
    """
)

AUXILIARIES = listed("had has have was were is are am did do does would could should might must will shall may can 'd 's")
