"""Words that tell how somebody looks."""

from litink_app.understanding.words import listed

BODY = listed(
    """
    hair eyes eye beard moustache mustache whiskers nose face cheeks cheek brow brows eyebrows forehead lips mouth chin teeth skin complexion neck hands figure stature build locks curls ringlets plaits braids tresses
    head shoulders legs arms fur feathers tail ears horns wings scales claws paws mane beak coat
    """
)
DRESS = listed(
    """
    hat cap bonnet hood helmet crown wig turban veil shawl scarf kerchief dress gown frock robe robes skirt petticoat apron blouse shirt waistcoat vest jacket coat overcoat greatcoat frock-coat cloak cape mantle uniform armour armor
    trousers breeches stockings boots shoes slippers gloves spectacles glasses eyeglass monocle necktie cravat collar belt sash ribbon ribbons suit livery rags tunic kilt sandals clogs necklace ring earrings
    """
)
DESCRIBING = listed(
    """
    tall short thin fat stout slim slender lean plump portly big little small tiny huge large gigantic broad broad-shouldered stooping bent crooked hunchbacked lame
    old young aged elderly middle-aged pretty beautiful handsome lovely ugly plain fair dark pale ruddy rosy sallow freckled wrinkled bald bearded grey gray white-haired grey-haired gray-haired red-haired fair-haired dark-haired golden-haired
    black white red brown blue green yellow golden silver pink purple violet scarlet crimson blonde auburn flaxen raven hazel rosy-cheeked blue-eyed black-eyed one-eyed long-legged curly curling straight long shaggy bushy thick
    ragged shabby well-dressed elegant barefoot barefooted bareheaded
    """
)
WEARING = listed("wore wears wearing dressed clad attired clothed wrapped carrying had has having")
