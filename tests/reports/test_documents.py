"""What is special to each word processor's format."""

from __future__ import annotations

import io
import zipfile

import pytest
import samples
from reading import HERE

from sayso.errors import NotAReport
from sayso.reports import read_report
from sayso.values import Report

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def read(data: bytes) -> Report:
    return read_report(data, name="a", limits=HERE)


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(b.kind, report.text[b.start : b.end]) for b in report.blocks]


def links(report: Report) -> list[tuple[str, str | None]]:
    found = [c for c in report.credits if c.kind == "link"]
    assert all(c.span and report.text[slice(*c.span)] == c.name for c in found)
    return [(c.name, c.url) for c in found]


def rtf(body: str) -> Report:
    return read((r"{\rtf1\ansi\ansicpg1252 " + body + "}").encode("latin-1"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(r"Rell said\'85 \ldblquote no\rdblquote .", "Rell said… “no”.", id="cp1252"),
        pytest.param(r"Caf\u233? na\u239?ve", "Café naïve", id="unicode"),
        pytest.param(r"A \u-10179?\u-8694? smile", "A 😊 smile", id="two-halves"),
        pytest.param(r"One\par\par Two", "One\n\nTwo", id="paragraphs"),
        pytest.param(r"\trowd Owner\cell Brandal\cell\row", "Owner\tBrandal", id="table"),
        pytest.param(r"He {\deleted\revauthdel1 often }said so.", "He said so.", id="deleted"),
        pytest.param(r"{\*\comment no}{\pict 89504e47}Yes", "Yes", id="left-out"),
    ],
)
def test_rtf_text(body: str, text: str) -> None:
    assert rtf(body).text == text


def test_rtf_links_keep_their_words_and_lose_their_address() -> None:
    field = r'{\field{\*\fldinst HYPERLINK "https://ledger.example/a"}{\fldrslt {\ul the Ledger}}}'
    report = rtf(rf"It was {field} that said so, not {field.replace('https', 'mailto')}.")
    assert report.text == "It was the Ledger that said so, not the Ledger."
    assert links(report) == [("the Ledger", "https://ledger.example/a")]


def test_rtf_places_count_paragraphs() -> None:
    report = rtf(r"Talks denied\par By Ada Quist\par LAGOS \endash  He said so on Tuesday.\par")
    assert [(b.kind, b.places[0].where, b.places[0].offset) for b in report.blocks] == [
        ("title", "paragraph=1", 0),
        ("byline", "paragraph=2", 0),
        ("dateline", "paragraph=3", 0),
        ("paragraph", "paragraph=3", 8),
    ]


def odt(body: str, styles: str = "") -> Report:
    content = (
        f"<office:document-content {SPACES}>{styles}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    mimetype = b"application/vnd.oasis.opendocument.text"
    return read(samples.zipped({"mimetype": mimetype, "content.xml": content.encode()}))


def test_odt_leaves_out_what_was_deleted_and_comments() -> None:
    report = odt(
        "<text:tracked-changes><text:deletion><text:p>Gone.</text:p></text:deletion>"
        "</text:tracked-changes><text:p>Kept<office:annotation><text:p>A comment</text:p>"
        "</office:annotation> text.</text:p>"
    )
    assert report.text == "Kept text."


def test_odt_spaces_lists_notes_and_links() -> None:
    report = odt(
        '<text:p>A<text:s text:c="2"/>b<text:tab/>c, <text:a xlink:href="https://a.example">he'
        "</text:a> said<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>In a letter.</text:p></text:note-body></text:note>.</text:p>"
        "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
    )
    assert kinds(report) == [
        ("paragraph", "A  b\tc, he said."),
        ("footnote", "In a letter."),
        ("list", "One"),
    ]
    assert links(report) == [("he", "https://a.example")]


def test_odt_automatic_styles_are_followed_to_the_named_one() -> None:
    style = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    report = odt('<text:p text:style-name="P1">Talks</text:p><text:p>He said.</text:p>', style)
    assert (report.title, report.blocks[0].kind) == ("Talks", "title")


def test_rtf_footnotes_stand_below_their_paragraph() -> None:
    note = r"{\super\chftn}{\*\footnote\chftn\~\plain\pard {\pard He said so\par in a letter.\par}}"
    report = rtf(rf"It was closed.{note} He left.\par Nobody came.\par The end{note}")
    assert kinds(report) == [
        ("title", "It was closed. He left."),
        ("footnote", "He said so\tin a letter."),
        ("paragraph", "Nobody came."),
        ("paragraph", "The end"),
        ("footnote", "He said so\tin a letter."),
    ]
    assert report.blocks[2].places[0].where == "paragraph=3"


def test_docx_footnotes_stand_below_their_paragraph() -> None:
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml.parser import parse_xml

    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = f"""<w:footnotes xmlns:w="{name}"><w:footnote w:type="separator" w:id="0"><w:p>
    <w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/>
    </w:r><w:r><w:t xml:space="preserve"> He said so in a </w:t></w:r><w:r><w:t>letter.</w:t></w:r>
    </w:p></w:footnote></w:footnotes>"""
    document = Document()
    paragraph = document.add_paragraph("It was closed.")
    run = f'<w:r xmlns:w="{name}"><w:footnoteReference w:id="2"/></w:r>'
    paragraph._p.append(parse_xml(run))
    document.add_paragraph("Nobody came.")
    place = PackURI("/word/footnotes.xml")
    part = Part(place, "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    assert kinds(read(out.getvalue())) == [
        ("paragraph", "It was closed."),
        ("footnote", "He said so in a letter."),
        ("paragraph", "Nobody came."),
    ]


def test_docx_insertions_count_and_deletions_do_not() -> None:
    from docx import Document
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = Document()
    element = document.add_paragraph("He ")._p
    element.append(parse_xml(f"<w:ins {space}><w:r><w:t>never </w:t></w:r></w:ins>"))
    element.append(parse_xml(f"<w:del {space}><w:r><w:delText>often </w:delText></w:r></w:del>"))
    element.append(parse_xml(f"<w:r {space}><w:t>said so.</w:t></w:r>"))
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue()).text == "He never said so."


def test_docx_running_heads_tell_the_outlet_and_are_no_text() -> None:
    from docx import Document

    document = Document()
    head = document.sections[0].header.paragraphs[0]
    head.text = "The Saltmere Courier · Transport · 4 March 2025"
    document.add_heading(samples.TITLE, level=0)
    document.add_paragraph("Two officials say that there were three meetings.")
    document.add_paragraph(samples.BYLINE)
    document.add_paragraph(samples.PARAGRAPHS[1])
    out = io.BytesIO()
    document.save(out)
    report = read(out.getvalue())
    assert (report.outlet, report.section) == ("The Saltmere Courier", "Transport")
    assert (report.published, report.text.count("Courier")) == ("2025-03-04", 0)
    assert [b.kind for b in report.blocks] == ["title", "standfirst", "byline", "paragraph"]


PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Talks</dc:title>
<dc:creator>Ada Quist</dc:creator><dc:publisher>Courier</dc:publisher>
<dc:date>2025-03-04T08:00:00Z</dc:date><dc:language>en-GB</dc:language></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="../b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/></spine></package>"""


def epub(**more: bytes) -> bytes:
    container = '<container><rootfiles><rootfile full-path="x/c.opf"/></rootfiles></container>'
    members = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container.encode(),
        "x/c.opf": PACKAGE.encode(),
        "x/nav.xhtml": b"<html><body><p>Contents</p></body></html>",
        "x/a b.xhtml": b"<html><body><p>It was the second that he denied.</p></body></html>",
        "b.xhtml": b"<html><body><h1>Talks</h1><p>He said the first thing.</p></body></html>",
    }
    return samples.zipped({**members, **more})


def test_epub_is_read_in_the_order_of_its_spine_without_its_contents_list() -> None:
    report = read(epub())
    assert kinds(report) == [
        ("title", "Talks"),
        ("paragraph", "He said the first thing."),
        ("paragraph", "It was the second that he denied."),
    ]
    assert report.blocks[2].places[0].where == "x/a b.xhtml/html/body/p/text()[1]"


def test_epub_facts() -> None:
    report = read(epub())
    assert (report.title, report.authors, report.outlet, report.published, report.language) == (
        "Talks",
        ("Ada Quist",),
        "Courier",
        "2025-03-04T08:00:00Z",
        "en",
    )
    assert report.found["outlet"] == "book's metadata"


def package(**changes: str) -> bytes:
    text = PACKAGE
    for old, new in changes.items():
        text = text.replace({"date": "2025-03-04T08:00:00Z", "title": "Talks"}[old], new)
    return text.encode()


MODIFIED = '2025-03-04T08:00:00Z</dc:date><meta property="dcterms:modified">2025-03-04T08:00:00Z'


@pytest.mark.parametrize(
    ("date", "published"),
    [
        pytest.param("0101-01-01T00:00:00+00:00", None, id="undefined"),
        pytest.param(f"{MODIFIED}</meta><dc:date>", None, id="moment-of-making"),
        pytest.param(
            MODIFIED.replace("04T08:00:00Z</dc", "01</dc") + "</meta><dc:date>",
            "2025-03-01",
            id="before-the-making",
        ),
    ],
)
def test_no_clock_of_a_book_is_its_date(date: str, published: str | None) -> None:
    assert read(epub(**{"x/c.opf": package(date=date)})).published == published


def test_a_book_of_chapters_has_the_books_title() -> None:
    report = read(epub(**{"x/c.opf": package(title="The harbour papers")}))
    assert (report.title, report.found["title"]) == ("The harbour papers", "book's metadata")
    assert report.blocks[0].kind == "heading"
    assert read(epub(**{"x/c.opf": package(title="article.html")})).title == "Talks"


def test_epub_footnotes_have_no_marks() -> None:
    page = b"""<html><body><p>It was closed.<a epub:type="noteref" href="#n">1</a> He left.</p>
    <ol><li epub:type="footnote" id="n"><p>By letter.<a role="doc-backlink" href="#r">up</a></p>
    </li></ol></body></html>"""
    assert kinds(read(epub(**{"x/a b.xhtml": page})))[2:] == [
        ("paragraph", "It was closed. He left."),
        ("footnote", "By letter."),
    ]


def test_a_locked_epub_says_so() -> None:
    lock = b'<encryption><CipherReference URI="b.xhtml"/></encryption>'
    with pytest.raises(NotAReport, match="locked"):
        read(epub(**{"META-INF/encryption.xml": lock}))
    fonts = lock.replace(b"b.xhtml", b"font.otf")
    assert read(epub(**{"META-INF/encryption.xml": fonts})).title == "Talks"


def test_docx_keeps_lists_tables_and_paragraph_numbers() -> None:
    report = read(samples.docx())
    assert [b.kind for b in report.blocks][-3:] == ["list", "paragraph", "paragraph"]
    assert report.text.endswith("Owner\n\nBrandal Shipping")
    assert report.blocks[0].places[0].where == "paragraph=1"


def test_an_open_document_is_read() -> None:
    out = io.BytesIO()
    space = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<a {space}><text:h>{samples.TITLE}</text:h>"
            f"<text:p>{samples.PARAGRAPHS[1]}</text:p></a>",
        )
    report = read(out.getvalue())
    assert (report.title, report.text) == (
        samples.TITLE,
        f"{samples.TITLE}\n\n{samples.PARAGRAPHS[1]}",
    )
