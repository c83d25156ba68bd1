"""Words of people's names that are not the name itself, and short forms of given names."""

from __future__ import annotations

TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke
    duchess prince princess king queen sultan emir emperor sheikh shaikh sheik shaykh sayyid
    ayatollah hojatoleslam imam mullah mawlawi maulana haji hajj hajji rabbi reverend rev father
    pope cardinal bishop archbishop pastor saint monsieur madame herr frau senor senora don dona
    general gen lieutenant lt colonel col major maj captain capt cpt sergeant sgt corporal cpl
    brigadier brig admiral adm vice rear commander cmdr commodore marshal warrant officer private
    lance chief field air president pres prime premier minister chancellor governor gov senator
    sen representative rep congressman congresswoman mp mep secretary ambassador amb mayor judge
    justice chairman chairwoman chairperson chair ceo cfo coo cto director spokesman spokeswoman
    spokesperson deputy attorney speaker commissioner detective inspector superintendent
    constable councillor engineer comrade first former late acting interim then ex retired ret
    executive managing head foreign defence defense interior undersecretary
    analyst reporter correspondent editor author lawyer expert professor coach
    emeritus emerita
    prasident prazident gospodin gospozha prefect alhaji alh mallam malam barrister barr madam
    """.split()
)
"""Titles, ranks and offices, folded; they say who somebody is, not what he is called."""

OFFICES = frozenset(
    """
    president premier minister chancellor governor senator representative congressman
    congresswoman secretary ambassador mayor chairman chairwoman chairperson ceo cfo coo director
    spokesman spokeswoman spokesperson deputy commander commissioner officer analyst correspondent
    """.split()
)
"""Titles that end a description ("the Corridan Governor") and, at the end, no name."""

PARTICLES = frozenset(
    """
    al el ul ol ad ar as ash at az an bin ben ibn bint bt van von der den de del della di da do
    dos das du la le les los las y e i zu zur ter ten te af av o ould wuld uld ibne
    """.split()
)
"""Words that link the parts of a name and are written, left out or joined at will."""

FATHERS = frozenset("bin ben ibn bint ould".split())
"""Particles between a name and the father's."""

GENERATIONS = {
    "jr": "junior",
    "junior": "junior",
    "sr": "senior",
    "senior": "senior",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}

BEHIND = frozenset(
    """
    kc qc sc mp mep mla msp obe cbe mbe kbe dbe gbe phd dphil md llb llm mba msc bsc esq frs jp
    """.split()
)
"""What stands behind a name, and is neither a part of it nor a name: "Anna Berg, KC"."""

_SHORT_FORMS = """
abigail abby gail; abraham abe; alexander alex alec sandy sasha aleksandr alexandre alejandro
iskander; alexandra alex sandra sasha; alfred alf alfie fred; alison ali; andrew andy drew andrei
andrey andreas andre; anthony tony antonio anton; anna annie anya anne ann; arthur art; augustus
gus; barack barry; barbara barb; bartholomew bart; benjamin ben benny benji bibi binyamin;
bernard bernie; bradley brad; brian bryan; calvin cal; cameron cam; catherine kate katie cathy
kathy katherine kathryn ekaterina katya; cecilia celia; charles charlie chuck carl karl carlos;
charlotte lottie; christina tina chris christine; christopher chris kit topher; clifford cliff;
cynthia cindy; daniel dan danny; david dave davey davide; deborah debbie deb; dennis denis denny;
dmitry dima mitya; dominic dom; donald don donnie; dorothy dot dolly; douglas doug; edward ed eddie
ted teddy eduard eduardo; eleanor ellie nell nora; elizabeth liz lizzie beth betty eliza bess;
emily emma em; eugene gene yevgeny evgeny zhenya; ezekiel zeke; florence flo; frances fran;
francis frank francisco francesco franz paco; frederick fred freddie friedrich fritz; gabriel gabe;
george georgie jorge georg georgy yuri; gerald gerry jerry; gregory greg grigory; harold harry
hal; helen nell elena yelena; henry harry hank enrique heinrich henri; howard howie; ignatius
iggy; isaac ike; isabella bella isabel; ivan vanya; jacob jake; james jim jimmy jamie; janet jan;
jeffrey jeff geoffrey geoff; jennifer jen jenny; jessica jess; joanna jo joan; joel joe; john jack
johnny juan jean johann jon giovanni; jonathan jon jonny nathan; joseph joe joey jose giuseppe
josef; joshua josh; judith judy; julian jules; katarina kata; kenneth ken kenny; kimberly kim;
lawrence larry laurie lorenzo; leonard len lenny leo; leonid lyonya; lewis lou louis luis luigi;
lucas luke luc; lucy lucille; madeleine maddie; manuel manny manolo; margaret maggie meg peggy
greta rita; maria masha mary marie; martin marty; matthew matt matteo matthieu; maximilian max;
michael mike mick mickey misha mikhail miguel michel; mitchell mitch; mohammed mo; nathaniel nat
nate nathan; nicholas nick nicky nico nikolai nicolas kolya; oliver ollie; olga olya; pamela pam;
patricia pat patty trish tricia; patrick pat paddy; paul pablo pavel paolo pasha; peter pete pedro
pierre pyotr piotr petya; philip phil pip felipe philippe; phyllis phyl; rachel rae; raymond ray;
rebecca becky becca; reginald reg reggie; richard rick dick ricky rich ricardo; robert bob bobby
rob robbie roberto; roderick rod; roger rodge; ronald ron ronnie; rosemary rose rosie; rudolph
rudy; russell russ; samuel sam sammy; sarah sally sara; sebastian seb; sergei seryozha; simon si;
sophia sophie sofia; stanley stan; stephen steve steven stefan esteban stevie; stuart stu; susan
sue suzy susanna; svetlana sveta; tatiana tanya; terence terry; theodore ted teddy theo fyodor;
theresa terry tess tessa; thomas tom tommy tomas; timothy tim timmy; valerie val; veronica ronnie;
victor vic viktor; victoria vicky tori; vincent vince vinny; vladimir vlad vova volodya volodymyr;
walter walt; wilhelmina mina; william will bill billy willie liam guillermo wilhelm guillaume;
zachary zach zack
"""


def _table() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_SHORT_FORMS.replace("\n", " ").split(";")):
        for form in line.split():
            groups.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in groups.items()}


SHORT_FORMS = _table()
"""A given name's groups: two names are forms of one where they share a group."""


def same_given(left: str, right: str) -> bool:
    """Whether two given names are short forms or translations of one."""
    return bool(SHORT_FORMS.get(left, frozenset()) & SHORT_FORMS.get(right, frozenset()))
