"""Words that warm or darken a passage, and words that tighten it."""

from litink_app.understanding.words import listed

GLAD = listed(
    """
    happy happily happiness glad gladly joy joyful joyfully merry merrily cheerful cheerfully delight delighted delightful pleased
    pleasant pleasure laugh laughed laughing laughter smile smiled smiling love loved lovely beautiful beauty kind kindly kindness
    gentle sweet sweetly bright golden warm comfort comfortable peace peaceful calm hope hopeful hoped friend friends dear good best
    better wonderful wonder charming grateful thank thanks thankful proud pride feast wedding dance danced dancing sang song play played
    playing kiss kissed embrace rich treasure blessing blessed triumph victory safe safely saved free rest sunshine flowers gift welcome
    fun funny jolly amused amusing admire admired brave noble
    """
)

SAD = listed(
    """
    sad sadly sadness sorrow sorrowful grief grieve grieved weep wept weeping cry crying tears tear sob sobbed sobbing misery miserable
    unhappy wretched lonely alone despair desperate hopeless mourn mourning lament pity poor lost loss die died dying dead death grave
    funeral sick ill illness pain painful hurt wound wounded suffer suffered suffering cruel cruelly cruelty hate hated hatred anger
    angry angrily rage fury furious wicked evil bad worse worst terrible dreadful horrible horror awful ugly shame ashamed guilt guilty
    bitter bitterly cold dark gloomy gloom hunger hungry starve starving fear feared afraid frightened terror terrified dread curse
    cursed ruin ruined betray betrayed wrong regret disappointed disappointment weary tired anxious anxiety trouble troubled prison
    murder murdered kill killed blood enemy poison
    """
)

TENSE = listed(
    """
    suddenly sudden danger dangerous fear feared afraid frightened fright terror terrified dread horror scream screamed screaming shriek
    shrieked shout shouted cry cried blood knife sword gun pistol shot fired fight fought fighting struck strike blow attack attacked
    kill killed murder death dead die dying run ran running rushed rush fled flee escape escaped chase chased pursuit pursued seized
    seize grasped clutched threw flung burst broke crash crashed thunder storm fire flames fell falling trembling trembled shook shaking
    pale breathless gasped desperate desperately quick quickly hurry hurried help stop danger enemy threat threatened furious rage roar
    roared howl howled wolf wild dark darkness secret hidden hide struggle struggled alarm alarmed
    """
)
