"""Given names that are common among the people who sign and classify telegrams.

They tell where a name begins among words that may also be titles or places; a name that is not
here is read as well as any other where nothing is doubtful.
"""

from typing import Final

_NAMES: Final = """
aaron abigail adam adelaide al alan albert alex alexander alexandra alfred alice allan allen
amanda amber amy andrea andrew andy angela ann anna anne anthony arthur ashley barb barbara barry
ben benjamin bernard beth betty beverly bill billy blair bob bobby brad bradley brandon brenda
brent brett brian bruce bryan calvin cameron carl carla carlos carlton carmen carol carolyn
catherine cathy cecil charles charlie charlotte cheryl chester chris christina christine
christopher chuck cindy claire clarence clark claude clay cliff clifford clyde cole connie conrad
constance cory craig curt curtis cynthia dale dan dana dane daniel danielle darrell darren darryl
daryl dave david dawn dean deanna debbie deborah debra denise dennis derek diana diane dominic don
donald donna doris dorothy doug douglas drew duane duncan dustin dwight dylan earl ed edgar edith
edward edwin eileen eleanor elena elijah elizabeth ellen elliot elliott emily emma eric erik erin
ernest ethan eugene eva evan evelyn faith felix fiona florence frances francis frank franklin fred
frederick gabriel gail garrett gary gavin gene geoffrey george gerald geraldine gilbert gina
ginger glen glenn gloria glyn gordon grace grady grant greg gregory hal hank hannah hans harold
harry harvey heather helen henry herbert herman hollis homer hope howard hoyt hugh ian ira irene
irving isaac isabella ismail ivan ivy jack jackie jacob jacqueline jake james jamie jane janet
janice jared jason jay jean jeff jeffery jeffrey jennifer jeremy jerome jerry jesse jessica jill
jim jimmy jo joan joanna joanne jocelyn joe joel johann john johnny jon jonathan jorge jose joseph
josephine josh joshua joyce juan juanita jude judith judy jules julia julian julie june justin
karen karl kate katherine kathleen kathryn kathy katie kayla keith kelly ken kenneth kent kerry
kevin kim kimberly kip kirk kris kristen kristin kurt kyle lance larry laura lauren lawrence lee
leigh lenny leo leon leonard leslie lester levi lewis lex liam lillian lily linda lionel lisa liz
lloyd logan lois lorenzo loretta lori lorraine lou louis louise lowell lucille lucy luis luke
luther lyle lyndon lynn lynne mack madison maggie malcolm manuel marc marcia marcie marco marcus
margaret margot maria marie marilyn mario marjorie mark marshall martha martin marvin mary matt
matthew maureen maurice max meg megan mel melissa melvin meredith merle michael michelle miguel
mike miles milo milton miriam mitchell mohammed molly monica morgan morris myron nancy naomi
natalie nathan ned neil nelson nicholas nick nicole nina noah noel norm norma norman olivia omar
orville oscar otto owen pamela pat patricia patrick patty paul paula pedro peg peggy penelope
penny percy perry pete peter phil philip phillip phyllis preston priscilla quentin quincy rachel
rafael ralph ramon randall randy ray raymond rebecca regina reginald renee rex ricardo rich
richard rick rita rob robert roberta robin robyn rocky roderick rodney roger roland rolf roman ron
ronald ronnie rory rose rosemary ross roy ruby rudolph rufus rupert russell rusty ruth ryan sally
salvador sam samantha samuel sandra sandy sanford sara sarah saul scot scott sean sergio seth
shane sharon shaun shawn sheila sheldon sherman shirley sidney simon sofia sophia spencer stan
stanley stefan stella stephanie stephen sterling steve steven stewart stuart sue susan suzanne
sydney sylvia tad tamara tara ted terence teresa terrance terrence terri terry thad thaddeus
theodore theresa thomas tiffany tim timothy tina toby tod todd tom tommy toni tony traci tracy
travis trent trevor tristan troy ty tyler tyrone ulysses valerie vance vanessa vaughn vera vern
vernon vic vicki victor victoria vincent virgil virginia vivian vladimir wade wally walt walter
wanda warren wayne wendell wendy wes wesley wilbur wilfred will willard william willie winston
woodrow xavier yuri yvette yvonne zachariah zachary zoe
"""

GIVEN_NAMES: Final = frozenset(_NAMES.split())
"""In small letters."""


def is_given_name(word: str) -> bool:
    """Is a word, in any case, a common given name?

    >>> is_given_name("Jane"), is_given_name("JANE"), is_given_name("Office")
    (True, True, False)
    """
    return word.lower() in GIVEN_NAMES
