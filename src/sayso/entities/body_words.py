"""Last words of names, by language, that tell what bears them: an outlet, a firm, a public body."""

from __future__ import annotations

_OUTLETS = """
en: agency argus broadcasting bulletin chronicle courier daily dispatch echo examiner express
en: gazette globe guardian herald independent inquirer journal ledger magazine mail mercury mirror
en: monitor news newspaper newspapers observer podcast post press radio recorder reporter review
en: sentinel standard star telegraph television times tribune tv weekly wire
de: anzeiger blatt bote kurier nachrichten rundfunk rundschau tagblatt tageblatt zeitung
fr: dépêche figaro gazette journal presse revue
es: diario gaceta heraldo jornal mundo nación noticias periódico prensa semana tiempo universal
it: corriere gazzetta giornale messaggero stampa
nl: courant dagblad krant
"""
_FIRMS = """
en: advisers advisory airlines airways arms associates bank banking breweries brewery bros
en: brothers builders
en: capital cement chemicals collieries communications company conglomerate construction
en: constructors consultancy consultants consulting consultores consortium contractors corporation
en: dredging electronics energy engineering enterprise enterprises entertainment equities exports
en: fabrications ferries fisheries foods forwarding foundries foundry freight fund funds gas
en: group haulage holding holdings hotels importers imports industries instruments insurance
en: international investments laboratories line lines logistics maritime markets media metals mills
en: mines mining minerals motors networks oil packaging partners pharmaceuticals petroleum pictures
en: pipelines plastics ports power productions properties publishers publishing quarries railway
en: railways realty refineries refinery resources savings securities services shipbuilders
en: shipbuilding shippers shipping shipyard shipyards software solutions steamship steel stevedores
en: stores studios supplies supply systems tankers technologies telecom telecommunications textiles
en: timber tobacco towage traders trading transport tugs underwriters utilities ventures
en: warehousing water works yards
de: bank werft werke
fr: banque chantiers transports
es: astilleros banco empresas hermanos minera naviera petróleos
"""
_FORMS = """
xx: inc incorporated corp ltd limited llc llp plc gmbh ag sa spa srl bv nv oy ab asa pty sarl jsc
xx: ooo oao zao co
"""
_PUBLIC = """
en: academy administration barracks cantonment command garrison headquarters operations workers
en: academy administration agency alliance army assembly association authority battalion board
en: brigade bureau cabinet centre center chamber choir church clinic club coalition college
en: commission committee conference confederation congress congregation constabulary consulate
en: convention cooperative corps council court department directorate division embassy executive
en: exchange faculty federation fleet force forces foundation front government guard guards guild
en: high hospital inspectorate institute institution inquiry judiciary league legion library
en: militia ministry mission monastery movement museum navy nations office organisation
en: organization parliament partnership party patrol police polytechnic prefecture presidency
en: regiment registry school secretariat seminary senate service society squadron staff station
en: syndicate synod taskforce team treasury tribunal trust union university watch
de: amt behörde bundestag gericht ministerium partei polizei universität verein
fr: assemblée conseil cour gendarmerie ministère parti police sénat tribunal université
es: armada asamblea ejército fiscalía guardia ministerio partido policía senado tribunal universidad
"""


def _table(listed: str) -> frozenset[str]:
    lines = (line.partition(": ")[2] for line in listed.strip().splitlines())
    return frozenset(word for line in lines for word in line.split())


OUTLETS = _table(_OUTLETS)
"""Of papers, agencies and stations: what stands before it is often the town's name."""

FIRMS = _table(_FIRMS) | _table(_FORMS)
"""Of firms: what stands before it is the firm's own name, and short for it."""

PUBLIC = _table(_PUBLIC)
"""Of public bodies and of associations."""

HEADS = OUTLETS | FIRMS | PUBLIC
"""All words that, last in a name of several, tell that it is not a person's."""

FRONT_HEADS = PUBLIC | frozenset("bank port house union ministry banco ministerio church".split())
"""Words that, before "of", make a body: "Chamber of Audit", "Bank of the Coast"."""

COUNTRIES = frozenset(
    """
    africa america asia australia brazil britain canada china europe france germany india italy
    japan mexico russia spain uk us usa
    """.split()
)
"""Countries and continents that firms call their branches by."""

BRANCHES = COUNTRIES | frozenset(
    """
    american asian civil commercial defence defense eastern east european financial helicopters
    international junior military new north northern overseas pacific regional south southern west
    western youth
    """.split()
)
"""Words that tell a part of a body from the whole: "Veltar Europe", "Veltar Financial"."""

DESCRIBING = {
    "outlet": frozenset(
        "newspaper paper daily weekly tabloid broadsheet magazine site website outlet broadcaster "
        "station channel publication".split()
    ),
    "firm": frozenset(
        "company firm carmaker automaker shipbuilder builder manufacturer maker operator lender "
        "developer contractor consultancy supplier startup retailer airline carrier bidder".split()
    ),
    "bank": frozenset("bank lender".split()),
    "ministry": frozenset("ministry".split()),
    "court": frozenset("court tribunal".split()),
    "authority": frozenset("authority regulator watchdog".split()),
    "chamber": frozenset("chamber".split()),
    "council": frozenset("council".split()),
    "party": frozenset("party".split()),
    "parliament": frozenset("parliament assembly senate".split()),
    "guild": frozenset("guild union".split()),
    "school": frozenset("university college school polytechnic".split()),
    "church": frozenset("church monastery".split()),
    "police": frozenset("police force gendarmerie".split()),
    "army": frozenset("army navy brigade battalion regiment".split()),
}
"""What a description can be of: "the ministry" is no court."""


def classes_of(words: frozenset[str]) -> frozenset[str]:
    """What the words of a name or description say that it is: keys of `DESCRIBING`; none if they
    leave it open.

    >>> sorted(classes_of(frozenset({"coast", "savings", "bank"})))
    ['bank', 'firm']
    """
    found = {name for name, its in DESCRIBING.items() if its & words}
    if words & OUTLETS:
        found.add("outlet")
    if words & FIRMS:
        found.add("firm")
    return frozenset(found)
