"""What stands on a page beside its article, as markup and headings tell: menus, boxes, comments."""

from __future__ import annotations

import re

from sayso.reports.dom import Element, Line, ancestors

_OTHERS = (
    r"comments?|commentlist|disqus|respond|replies|related|recommend\w*|share|sharing|sharedaddy"
    r"|addthis|addtoany|social|sidebar|side-?bar|nav|navigation|navbar|menu|breadcrumbs?|newsletter"
    r"|subscri\w+|promo\w*|advert\w*|ads?|adsbygoogle|sponsor\w*|outbrain|taboola|zergnet|popular"
    r"|most-?read|trending|tags?|tagcloud|taxonomy|author-?(?:box|bio|info)|about-author|prev-?post"
    r"|next-?post|pagination|pager|cookies?|gdpr|popup|toolbar|tools|rating|votes?|likes?|likebox"
    r"|poll|login|signup|sign-up|search|ticker|carousel|pull-?quotes?|more-?(?:stories|news|from)"
    r"|read-?more|also-?read|jp-relatedposts|teaser|post-?views|views-?count"
)
"""Names of what holds other stories, readers' words or a site's machinery."""
_BESIDE = r"widget|footer|code-block|modal|banner|print|disclaimer|copyright"
"""Names of what may also hold an outlet's word on the article."""
_ASIDE_NAME = re.compile(rf"(?:^|[\s_-])(?:{_OTHERS}|{_BESIDE})(?:$|[\s_-])", re.IGNORECASE)
_OTHERS_NAME = re.compile(rf"(?:^|[\s_-])(?:{_OTHERS})(?:$|[\s_-])", re.IGNORECASE)
_OTHERS_TAGS = frozenset({"nav", "menu", "form"})
_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "menu", "form", "address"})
_ASIDE_ROLES = frozenset({"navigation", "complementary"})
_LIVE_NAME = re.compile(
    r"(?:^|[\s_-])live-?(?:blog|updates?|feed|ticker|coverage|posts?|entries)", re.IGNORECASE
)
_BELOW = re.compile(
    r"about the authors?\W*$|discussion about this (?:post|article|story)"
    r"|(?:(?:\d+|one|no|all|reader|user|latest|top|recent|view|show)\s)?comments?\s*\(?\d*\)?\W*$"
    r"|(?:\d+|one)\s(?:comments?|repl(?:y|ies)|responses?|thoughts?)\s(?:to|on|for)\s.{1,200}$"
    r"|(?:(?:leave|post|add) a (?:comment|reply)|join the (?:discussion|conversation))\b.{0,40}$"
    r"|(?:commentaires?|comentarios?|comentários?|kommentare?|reacties|commenti|комментарии|коментарі"
    r"|yorumlar|(?:ال)?تعليقات|نظرات|دیدگاه\S*)\s*\(?\d*\)?\W*$",
    re.IGNORECASE,
)
_CAPTION_NAME = re.compile(
    r"caption|cutline|photo-?(?:credit|text|desc)|image-?(?:credit|desc)", re.IGNORECASE
)
_LONGEST_BOX = 400
_WHOLE = frozenset({"html", "body", "main", "article"})


def is_aside(element: Element) -> bool:
    """Whether an element's tag, role, class or id says that it is not the article."""
    if element.tag in ("body", "html"):
        return False
    if element.tag in _ASIDE_TAGS or element.get("role") in _ASIDE_ROLES:
        return True
    return _is_called(element, _ASIDE_NAME)


def is_others(element: Element) -> bool:
    """Whether an element holds other stories, readers' words or a site's machinery, so that no
    notice in it is on the article."""
    if element.tag in _OTHERS_TAGS or element.get("role") == "navigation":
        return True
    return _is_called(element, _OTHERS_NAME)


def is_live_blog(element: Element) -> bool:
    """Whether an element's class or id says that it holds a live blog's entries."""
    return element.tag != "body" and _is_called(element, _LIVE_NAME)


def _is_called(element: Element, name: re.Pattern[str]) -> bool:
    return bool(name.search(element.get("class") or "") or name.search(element.get("id") or ""))


def is_caption(line: Line) -> bool:
    """Whether the line's markup says that it is a caption."""
    near = zip(ancestors(line.element), range(3), strict=False)
    return any(e.tag == "figcaption" or _CAPTION_NAME.search(e.get("class") or "") for e, _ in near)


def address_boxes(root: Element) -> set[Element]:
    """What stands around a field for a reader's address and is too short to be an article."""
    boxes: set[Element] = set()
    seen: set[Element] = set()
    for field in root.xpath("//input[@type='email']"):
        for around in field.iterancestors():
            if around in seen or around.tag in _WHOLE:
                break
            seen.add(around)
            if len("".join(around.itertext())) > _LONGEST_BOX:
                break
            boxes.add(around)
    return boxes


def ends_article(text: str) -> bool:
    """Whether a line is a heading of others' words: readers' comments, a note on the author."""
    return bool(_BELOW.match(text))
