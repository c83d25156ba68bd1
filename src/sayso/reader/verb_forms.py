"""The base form of an English verb: "sought" → "seek", "controlled" → "control".

Irregular verbs by a list, regular ones by their endings: which stems take back an "e" and which
lose a doubled consonant (Quirk et al. 1985, 3.5 to 3.10).
"""

from __future__ import annotations

import re

_IRREGULAR = {
    "be": "am is are was were been being 's ’s 're ’re 'm ’m",
    "have": "has had having 've ’ve", "do": "does did done", "go": "goes went gone",
    "arise": "arose arisen", "awake": "awoke awoken", "bear": "bore borne born", "beat": "beaten",
    "become": "became becoming", "begin": "began begun", "bend": "bent", "bet": "bet",
    "bind": "bound", "bite": "bit bitten", "bleed": "bled", "blow": "blew blown",
    "break": "broke broken", "breed": "bred", "bring": "brought", "build": "built",
    "burn": "burnt", "burst": "burst", "buy": "bought", "cast": "cast", "catch": "caught",
    "choose": "chose chosen", "cling": "clung", "come": "came", "cost": "cost",
    "creep": "crept", "cut": "cut", "deal": "dealt", "die": "dying", "dig": "dug",
    "draw": "drew drawn", "dream": "dreamt", "drink": "drank drunk", "drive": "drove driven",
    "eat": "ate eaten", "fall": "fell fallen", "feed": "fed", "feel": "felt",
    "fight": "fought", "find": "found", "flee": "fled fleeing", "fling": "flung",
    "fly": "flew flown", "forbid": "forbade forbidden", "forecast": "forecast",
    "forget": "forgot forgotten", "forgive": "forgave forgiven", "freeze": "froze frozen",
    "get": "got gotten", "give": "gave given", "grind": "ground", "grow": "grew grown",
    "hang": "hung", "hear": "heard", "hide": "hid hidden", "hit": "hit", "hold": "held",
    "hurt": "hurt", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led",
    "leap": "leapt", "learn": "learnt", "leave": "left", "lend": "lent", "let": "let",
    "lie": "lain lying", "light": "lit", "lose": "lost", "make": "made", "mean": "meant",
    "meet": "met", "mislead": "misled", "mistake": "mistook mistaken", "offset": "offset",
    "outdo": "outdid outdone", "overcome": "overcame", "oversee": "oversaw overseen",
    "overtake": "overtook overtaken", "overthrow": "overthrew overthrown", "pay": "paid",
    "prove": "proven", "put": "put putting", "quit": "quit", "read": "read", "rebuild": "rebuilt",
    "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran",
    "say": "said", "see": "saw seen seeing", "seek": "sought", "sell": "sold", "send": "sent",
    "set": "set", "shake": "shook shaken", "shed": "shed", "shine": "shone", "shoot": "shot",
    "show": "shown", "shrink": "shrank shrunk", "shut": "shut", "sing": "sang sung",
    "sink": "sank sunk", "sit": "sat", "sleep": "slept", "slide": "slid", "speak": "spoke spoken",
    "spend": "spent", "spin": "spun", "split": "split", "spread": "spread",
    "spring": "sprang sprung", "stand": "stood", "steal": "stole stolen", "stick": "stuck",
    "strike": "struck stricken", "string": "strung", "strive": "strove striven",
    "swear": "swore sworn", "sweep": "swept", "swim": "swam swum", "swing": "swung",
    "take": "took taken", "teach": "taught", "tear": "tore torn", "tell": "told",
    "think": "thought", "throw": "threw thrown", "thrust": "thrust", "tie": "tying",
    "undergo": "underwent undergone", "understand": "understood",
    "undertake": "undertook undertaken", "upset": "upset", "wake": "woke woken",
    "wear": "wore worn", "weep": "wept", "win": "won", "withdraw": "withdrew withdrawn",
    "withhold": "withheld", "withstand": "withstood", "write": "wrote written",
    "agree": "agreed agreeing agrees", "free": "freed freeing", "guarantee": "guaranteed",
    "add": "added adding", "err": "erred erring", "focus": "focused focusing focuses focussed",
    "develop": "developed developing", "use": "used using", "owe": "owed owing",
    "program": "programmed", "travel": "traveled", "model": "modeled", "ski": "skiing skied",
    "pass": "passed passing", "bus": "bused", "gas": "gassed", "age": "aging ageing aged",
    "dye": "dyeing", "eye": "eyeing", "queue": "queued", "route": "routed routing",
    "embed": "embedded embedding", "wed": "wedded",
    "echo": "echoes echoed", "veto": "vetoes vetoed vetoing", "disagree": "disagreed",
    "intervene": "intervening intervened",
    "massacre": "massacred massacring",
    "foresee": "foresaw foreseen", "panic": "panicked panicking",
    "traffic": "trafficked trafficking", "mimic": "mimicked", "bias": "biased",
    "combat": "combated combating", "pilot": "piloted", "pivot": "pivoted", "riot": "rioted",
    "benefit": "benefited benefiting", "taste": "tasted tasting", "waste": "wasted wasting",
    "paste": "pasted", "haste": "hasted", "change": "changed changing",
}  # fmt: skip

_BASE = {form: base for base, forms in _IRREGULAR.items() for form in forms.split()}
_BASE |= {base: base for base in _IRREGULAR}

_V = "[aeiouy]"
_TAKES_E = re.compile(
    r"""(?:
      [cuvz] | dg | [rl]g | [ae]ng | (?<!o)[aeiou]g | [bcdfgkptsz]l | [aeiouylnrp]s
    | [^aeo]at | [^aeo]ut | [^aeiou]ot | [aeiou]ot(?<=not) | [^ao]ir | [^eo]ar | [^aeo]ur
    | [^aoe]id | [^aeo]ad | [^o]od | [^ao]ud | [^eo]ak | [^ae]ik | [^o]ok | [^aeo]il(?<!oil)
    | [^aeou]ul | [^eo]am | [^a]im | [^o]om | [^o]um | [^aeou]in | [^eo]ap | [^a]ip | [^aeo]ib
    | yp | eath | oath | ooth | ith | iet | [^aeiou]un
    )$""",
    re.VERBOSE,
)
_WITH_E = frozenset(
    "unit invit reunit cit excit ignit incit recit writ bit delet complet compet creat ignor "
    "explor stor scor ador restor implor bor deplor interfer adher persever styl grop "
    "extradit conced preced reced "
    "imped secred hop cop scop slop elop rop phon postpon condon ton atton hon clon scal inhal "
    "exhal tub cub prob rob bath chas combin lin din lat hat dat rat stat debat relat inflat "
    "updat locat vacat rotat donat narrat cit stip believ behav shar invad trad fad ech requir "
    "acquir fir hir retir car star squar prepar compar declar scar spar dar quot vot devot promot "
    "denot recreat procreat evad hat skat plat grat negotiat initiat retaliat affiliat mediat "
    "radiat associat appreciat alleviat abbreviat deviat humiliat conciliat repudiat permeat "
    "delineat expedit polic danc flar inspir hous liv resid decid tast infring fring hing "
    "plung loung cring tim shap escap rap tap".split()
)
_WITHOUT_E = frozenset(
    "quiz waltz visit edit exit limit focus format combat chat wiretap harvest worship develop "
    "gossip profit pardon begin ruin bargain riot pilot ballot hang bang clang alarm cancel label "
    "control signal murmur sulfur envelop fathom ransom blossom custom program "
    "bottom victim vacuum album maxim pilgrim chair air repair stair impair despair flair overhaul "
    "haul forum canvas gas bias harass discuss process stress access express press address witness "
    "dismiss kiss miss pass cross toss guess bless possess assess focus lens boil foil spoil soil "
    "toil coil broil recoil fail sail trail mail hail jail bail nail prevail assail detail retail "
    "avail curtail tailor call kill fill pull sell tell spell install roll poll yell drill "
    "fulfil council pencil kidnap handicap wrap audit await wait fit pit spit knit avoid void aid "
    "raid maid plaid".split()
)
_DOUBLED = re.compile(r"([bdgkmnprt])\1$")
_TWO = re.compile(r"(?:^add|^err|purr|egg|ebb|butt)$")
_ONE_L = re.compile(
    r"(?:contro|cance|trave|compe|expe|patro|prope|rebe|repe|fulfi|mode|signa|labe|leve|fue|tota"
    r"|exce|dispe|impe|enro|quarre|margina|equa|riva|tunne|channe|fune|pane)ll$"
)


def base_form(form: str) -> str:
    """The base form of a verb form, lower case. A form that has no ending stays as it is."""
    word = form.lower()
    known = _BASE.get(word)
    if known is not None:
        return known
    for ending in ("ing", "ed"):
        if (
            word.endswith(ending)
            and not word.endswith("eed")
            and re.search(_V, word[: -len(ending)])
        ):
            return _stem(word[: -len(ending)], ending)
    return _third(word)


def _third(word: str) -> str:
    """ "says", "carries", "passes"; other words as they are."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _stem(stem: str, ending: str) -> str:
    if ending == "ed" and stem.endswith("i"):
        return stem[:-1] + "y" if len(stem) > 2 else stem + "e"
    if _ONE_L.search(stem) or (_DOUBLED.search(stem) and not _TWO.search(stem)):
        return stem[:-1]
    if stem in _WITHOUT_E:
        return stem
    return stem + "e" if stem in _WITH_E or _TAKES_E.search(stem) else stem
