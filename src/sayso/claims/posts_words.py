"""Words of posts: ranks, titles, plain roles, kinds of unit, and what names are not.

General knowledge of the world's forces, police and governments in English: patterns are put
together from parts ("Lt" + "Gen"), so that spellings need not be listed one by one.
"""

from __future__ import annotations

import re
from functools import cache

_JOIN = r"(?:\.|(?<=[a-z]{2}),(?= Gen))?[ \t\u00a0]?[-–—]?[ \t\u00a0]?"
"""Between the parts of a rank: "Maj.-Gen.", "Lt Gen", "Brig.- Gen", "Major–General"."""

_BEFORE_GENERAL = (
    "Lieutenant Lieut Lt Major Maj Brigadier Brig Colonel Col Captain Corps Army Divisional "
    "Brigade Senior Vice-Senior Police"
).split()
_BEFORE_ADMIRAL = "Vice Rear Fleet Surgeon Squadron Division Lieutenant".split()
_BEFORE_LOWER = (
    "Lieutenant Lieut Lt First 1st Second 2nd Third 3rd Sub Senior Master Staff Gunnery Lance "
    "Chief Junior Navy Naval Flight Surgeon Technical Platoon Colour Police"
).split()
_GENERAL = r"(?:General|Gen)"
_LOWER = (
    r"(?:Brigadier|Brig|Colonel|Col|Major|Maj|Captain|Capt|Lieutenant|Lieut|Lt|Sergeant|Sgt"
    r"|Corporal|Cpl|Private|Pvt|Pte|Ensign|Midshipman|Cadet|Bombardier|Trooper|Commodore|Cdre"
    r"|Warrant Officer|Petty Officer|Seaman|Airman|Lance Naik|Naik|Havildar|Subedar)"
)
_AIR = (
    r"(?:Air Chief Marshal|Air Vice[ -]Marshal|Air Marshall?|Air Commodore|Air Cdre|AVM"
    r"|Group Captain|Gp\.? Capt|Wing Commander|Wg\.? Cdr|Squadron Leader|Sqn\.? Ldr"
    r"|Flight Lieutenant|Flt\.? Lt|Flying Officer|Pilot Officer|Field Marshal|Marshal"
    r"|Generalissimo|Lieutenant[ -]Commander|Lt\.? ?-?Cdr|Cdr)"
)
_POLICE = (
    r"(?:(?:Deputy |Assistant |Senior |Chief |Additional ){0,3}"
    r"(?:Inspector[ -]General|Superintendent|Inspector|Constable)(?: of Police)?"
    r"|(?:Deputy |Assistant ){1,2}Commissioner of Police|Commissioner[ -]General"
    r"|Chief Detective|Detective(?: Inspector| Sergeant| Constable)?"
    r"|IGP|DIG|AIG|CP|DCP|ACP|SSP|CSP|SP|DSP|ASP)"
)
_FOREIGN = (
    r"(?:(?:General|Général) de (?:división|division|brigada|brigade|ejército|armée"
    r"|corps d['’]armée)|(?:Vice)?almirante|Contr(?:alm|eam)irante|Capitán de (?:Navío|Fragata)"
    r"|Lieutenant-colonel|Tenente[- ]Coronel|Subteniente|Subcomisario|Comisario|Mayor(?= [A-Z])"
    r"|Korgeneral|Tümgeneral|Tuğgeneral|Orgeneral|Général|Capitaine|Commissaire"
    r"|Comandante|Coronel|Teniente|Capitán|Sargento|Generaloberst|Oberst|Kolonel|Jenderal"
    r"|Mushir|Liwa|Fariq|Aqid|Muqaddam|Naqib|Mulazim|Sardar)"
)


@cache
def rank_pattern() -> re.Pattern[str]:
    """A rank, as written before a name or in "a lieutenant colonel"; case is the caller's."""
    general = rf"(?:Vice |Surgeon )?(?:(?:{'|'.join(_BEFORE_GENERAL)}){_JOIN})?{_GENERAL}"
    admiral = rf"(?:(?:{'|'.join(_BEFORE_ADMIRAL)}){_JOIN}){{0,2}}(?:Admiral|Adm)"
    lower = rf"(?:(?:{'|'.join(_BEFORE_LOWER)}){_JOIN})?{_LOWER}(?:{_JOIN}(?:Colonel|Col|Major))?"
    either = f"{general}|{admiral}|{_AIR}|{_POLICE}|{lower}|{_FOREIGN}"
    return re.compile(
        rf"(?<![\w’'-])(?:{either})(?![\w’'])(?:\.(?=[ \t\u00a0A-Z]))?", re.IGNORECASE
    )


NOT_RANKS = re.compile(
    r"(?:Attorney|Solicitor|Secretary|Governor|Consul|Director|Adjutant|Quartermaster|Auditor"
    r"|Comptroller|Advocate|Surgeon|Postmaster|Registrar|the|a|in|of|Brigadier)[ -]\Z",
    re.IGNORECASE,
)
"""Before "General" alone: what makes it part of something else."""

ABBREVIATED_TITLES = "GOC-in-C GOC FOC AOC DPO PPRO CDS COAS CNS CAS CJCS DMI".split()
_FUNCTION = (
    "accounting accounts admin administration affairs air aircraft ammunition armament armour "
    "armoured army assessment assurance audit aviation budget cadet career catering chaplaincy "
    "civil civilian clearance combat commercial communications cooperation coordination counter "
    "counterinsurgency crime criminal cyber defence defense dental development discipline "
    "doctrine drill duties education electronics engineering engineers enlistment estates "
    "evaluation exercise explosives facilities finance fire fleet foreign forensic fuel gender "
    "ground health housing human humanitarian hydrography implementation information "
    "infrastructure innovation inspection inspectorate insurance intelligence internal "
    "international investigations islamic joint labour legal liaison logistics maintenance "
    "manpower marine maritime materiel media medical military missile mobilisation mobilization "
    "monitoring music naval navy nursing ombudsman operations ordnance outreach partnership "
    "passports peace peacekeeping pensions personnel photography physical planning plans police "
    "policy postings printing procurement production productivity programmes project projects "
    "promotions protection protocol public quality records recovery recruitment reform "
    "regimental relations religious reporting research reserve resettlement resources revenue "
    "rights routine safety salvage sanitation search security services shipping signal signals "
    "space special sports staff standards stores strategic strategy supply support surveillance "
    "survey systems tactical technical technology terrorism traffic training transformation "
    "transport unit veteran veterans veterinary weapon welfare works "
).split()
_CONNECTED = r"(?: (?:and|&)|/)"
_NO_UNIT = (
    r"(?! (?i:headquarters|command|college|school|academy|centre|center|hq|depot|corps|division"
    r"|brigade|battalion|regiment|squadron|group|agency|force|bureau|institute|wing|hospital)\b)"
)


_NO_COMPLEMENT = (
    r"(?:Major|Maj|Brigadier|Lieutenant|Colonel|Captain|Commodore|Admiral|General|Rear|Vice|Group|Wing"
    r"|Squadron|Flight|Commander|Chief|Director|Deputy|Mister|Alhaji|Doctor|Professor|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|The|This|National)\b"
)


_END = r"(?![\w’'])(?!-(?!designate|elect))"
_START = r"(?:(?<![\w’'-])|(?<=[Ee]x-)|(?<=[Tt]hen-)|(?<=[Nn]ow-))"


def _complement(first: str = "") -> str:
    """What a director or chief is of: function words, in either case, with "and" between."""
    stems = "|".join(word.removesuffix("s") for word in _FUNCTION)
    word = rf"(?:{stems})s?(?:-(?:{stems})s?)?\b{_NO_UNIT}"
    other = rf"(?!{_NO_COMPLEMENT})[A-Z][a-z-]{{3,}}\b{_NO_UNIT}"
    return rf"{first}(?i:{word})(?:(?:{_CONNECTED})? (?:(?i:{word})|{other})){{0,5}}"


_BODY = (
    r"(?:Agency|Authority|Bank|Board|Broadcasting|Bureau|Centre|Center|College|Command|Commission"
    r"|Committee|Company|Corporation|Council|Department|Directorate|Foundation|Hospital|Institute"
    r"|Limited|Ltd|Ministry|Museum|Office|Police|School|Secretariat|Service|University|Academy)"
)
_FREE = (
    rf"(?!(?:[\w’'&-]+ ){{0,5}}{_BODY}\b)(?!{_NO_COMPLEMENT})[A-Z][a-z-]{{3,}}"
    rf"(?:(?:{_CONNECTED})? (?!{_NO_COMPLEMENT})[A-Z][a-z-]{{3,}}){{0,3}}"
)
"""What a director is of, by its capitals: no body and no person."""
_FIELD = (
    r"(?:foreign(?: affairs)?|(?:national )?defen[cs]e|national security|interior|internal affairs"
    r"|home affairs|finance|justice|health|oil|energy|information|home|labou?r"
    r"|trade|transport|education|agriculture|economy|environment|culture|communications?|petroleum"
    r"|works|public works|security|intelligence|aviation|mines|housing|tourism|police|ports"
    r"|fisher(?:ies|y)|fishing|shipping|railways?|roads|water|sports?|science|planning|youth"
    r"|industry|commerce|lands?|forest(?:s|ry)|social affairs|religious affairs)"
)
_CIVIL = (
    rf"(?:(?i:prime |deputy prime |{_FIELD} )(?i:minister)"
    rf"|(?i:ministers?(?: of state)? (?:of|for) (?:the )?{_FIELD})(?: and (?i:{_FIELD}))?"
    r"|(?:(?<=[fF]ormer )|(?<=[eE]x-)|(?<=[iI]nterim )|(?<=[aA]cting ))"
    r"(?:governor|president|minister|senator|chairman)(?= [A-Z])"
    r"|(?:(?<=become )|(?<=became )|(?<=[aA]s ))(?i:minister)(?! (?:of|for)\b)"
    r"|(?:Vice[ -])?President(?=[ ,][A-Z])|(?i:(?:vice[ -])?president)(?= of [A-Z])"
    r"|(?:(?!The )[A-Z]\w+ )?(?:State )?Governor"
    r"|(?i:attorney[ -]general|secretary[ -]general|chief justice|national security advis[eo]r"
    r"|secretary of (?:state|(?:national )?defen[cs]e|the navy)|chief executive(?: officer)?|mayor"
    r"|crown prince|(?:general |managing |deputy )?manager(?= of\b))"
    r"|(?i:(?:managing |executive |deputy |general )?director(?:[- ]general)?|harbou?r master"
    r"|(?:public )?prosecutor|editor(?:[- ]in[- ]chief)?|chair(?:man|woman|person)?(?= of\b|,))"
    r"|(?i:ambassador(?= to\b))|Senator|Chairman|Chairwoman|Emir|Sultan|CEO)"
)

ADDRESS = re.compile(
    r"(?:(?:acting|deputy|vice|prime)[ -])*(?:president|governor|senator|chairman|chairwoman|emir"
    r"|sultan|minister|mayor|director|ambassador|crown prince)",
    re.IGNORECASE,
)
"""Titles that people are called by: "President Orrel"."""


NOT_HELD = re.compile(
    r"\b(?:so-called|self-(?:styled|proclaimed|declared|appointed)|would-be|fake|bogus|fictional"
    r"|fictitious|imaginary|mock|aspiring|unsuccessful|failed)[ \u00a0-]+\Z",
    re.IGNORECASE,
)
"""Right before a post: nobody has it, or only by their own word."""


@cache
def title_pattern(*, civil: bool = True) -> re.Pattern[str]:
    """A full title: "General Officer Commanding", "Chief of Army Staff", "Director, Plans"; with
    `civil` also those of governments: "foreign minister", "President" before a name.
    """
    deputy = r"(?:(?i:acting|ag\.|deputy|assistant|vice|principal|senior|group|joint|shadow) ){0,3}"
    branch = r"(?: \((?:[A-Z][a-z]+/?)+\)| ['‘]Army['’])?"
    of = rf"(?: of (?:the )?|, | for | )(?:the )?{_complement()}{branch}"
    level = r"(?i:state |city |national |federal )?"
    heads = (
        r"(?i:(?:general|air|flag) officers? commanding(?:-in-chief)?)",
        r"(?i:officer(?:s)? commanding|officer[- ]in[- ]charge)",
        r"(?i:(?:army |navy |naval |air force |military |joint |armed forces )?chief of (?:the )?"
        r"(?:(?:general|joint|army|naval|navy|air|air force|defen[cs]e"
        r"|armed forces|supreme|ground forces|land) )?(?:general )?staff"
        r"(?: of the (?:armed forces|army|navy|air force))?)",
        r"(?i:(?:supreme )?commander[- ]in[- ]chief(?: of the (?:armed forces|defen[cs]e services"
        r"|army|navy|air force))?)",
        r"(?i:(?:principal |personal |general |senior |grade [1I] )*staff officer"
        r"(?: to the (?:chief of \w+(?: staff)?|minister of \w+|president))?)",
        r"(?i:(?:military|defen[cs]e|naval|air) advis[eo]r)",
        r"(?i:chief staff officer|chairman of the joint chiefs(?: of staff)?|chief instructor)",
        rf"(?:(?i:chief|director(?:[- ]general)?|head|co-?ordinator|controller|inspector){of})",
        r"(?:Director[- ]General|D-?G)(?: [A-Z]{3,6})?",
        rf"(?i:director|controller|co-?ordinator) of {_FREE}",
        r"(?:(?i:deputy|managing|executive) )?Director",
        rf"(?:(?!The |A )[A-Z][\w’'-]+ )?{level}(?i:commissioner of police)",
        rf"{level}(?i:police commissioner)",
        r"(?i:(?:divisional|district|area|zonal) police (?:officer|chief))",
        r"(?:(?!The |A )[A-Z]\w+ ){0,2}(?i:(?:public relations|press|media|information) officer)",
        r"(?i:(?:army |police |navy |naval |military )?provost[- ]marshal(?:[- ]general)?)",
        r"(?i:(?:military|army|navy|naval|air|defen[cs]e) secretary)(?:, Army| ['‘]Army['’])?",
        r"(?i:adjutant[- ]general|quarter-?master[- ]general|judge advocate general"
        r"|surgeon[- ]general|inspector[- ]general of the (?:army|armed forces)"
        r"|military governor|military administrator|(?:defen[cs]e |military )attach[eé]"
        r"|aide[- ]de[- ]camp|academic registrar|admiral superintendent)",
        *((_CIVIL,) if civil else ()),
        rf"(?:{'|'.join(ABBREVIATED_TITLES)})(?!\)|\\?\])",
        r"(?i:(?:army |police |navy |military |defen[cs]e |force )?spokes(?:man|woman|person))",
    )
    return re.compile(rf"{_START}{deputy}(?:{'|'.join(heads)}){_END}")


_KIND_OF_AIDE = (
    r"(?i:(?:chief|special|personal|private|principal|political|security|legal|economic|military"
    r"|parliamentary|executive) ){0,2}"
)

SERVING = re.compile(r"\b(?:deputy|aide|assistant|advis[eo]r|second-in-command)\Z", re.IGNORECASE)
""" "Deputy to …", "second-in-command of …": what follows may be whom they serve."""


@cache
def role_pattern() -> re.Pattern[str]:
    """A plain role: "commander", "Acting Brigade Commander", "army chief", "commandant"."""
    before = (
        r"(?i:acting|ag\.|deputy|assistant|second-in-command|supreme|overall|general|field|ground"
        r"|theat(?:re|er)|force|brigade|battalion|division(?:al)?|corps|company|platoon"
        r"|regiment(?:al)?|squad(?:ron)?|sector|area|zonal|zone|regional|region|district|unit|base"
        r"|garrison|wing|fleet|component|contingent|mission|task force|military|militia|rebel"
        r"|police|army|navy|naval|air|special forces|operations|operational|frontline|front|group"
        r"|camp|northern|southern|eastern|western|central|sub-sector|joint|training|logistics"
        r"|detachment|patrol|parade|flotilla)"
    )
    service = (
        r"(?i:army|police|navy|naval|air force|military|defen[cs]e|intelligence|security|spy"
        r"|militia|rebel|junta|guard|gendarmerie|paramilitary|counter-?terrorism)"
    )
    heads = (
        rf"(?:{before} ){{0,4}}(?i:command(?:er|ant)|commanding officer|second-in-command)(?!-in-)",
        rf"(?i:deputy |acting |assistant )?{service} (?i:chief|boss|head|leader)(?! of\b)",
        r"CP in charge",
        r"(?i:(?:deputy )?(?:head|leader|boss))(?= of (?!state\b|government\b))",
        r"(?<=[hH]is )deputy|(?<=[hH]er )deputy|(?<=heir )deputy",
        rf"{_KIND_OF_AIDE}(?i:deputy|aide|assistant|advis[eo]r)(?= (?:to|of)\b)",
        rf"(?<=['’]s ){_KIND_OF_AIDE}(?i:deputy|aide|advis[eo]r)(?=,? [A-Z])",
    )
    return re.compile(rf"{_START}(?:{'|'.join(heads)}){_END}")
