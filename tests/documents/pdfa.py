"""A small PDF/A-3 lint: the rules our pipeline is most likely to break. It is no validator."""

import re

import pikepdf

EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
SIMPLE = ("/CIDFontType0", "/CIDFontType2", "/TrueType", "/Type1")
PRINT, HIDDEN = 4, 1 | 2 | 32


def faults_of(path):
    with pikepdf.open(path) as pdf:
        rules = (trailer, metadata, catalog, objects, annotations)
        return sorted({fault for rule in rules for fault in rule(pdf)})


def trailer(pdf):
    if pdf.is_encrypted:
        yield "encrypted"
    if "/ID" not in pdf.trailer:
        yield "no /ID"
    version = max(str(pdf.pdf_version), str(pdf.Root.get("/Version", "/1.7"))[1:])
    if version > "1.7":
        yield f"version {version}"


def metadata(pdf):
    if "/Metadata" not in pdf.Root:
        yield "no XMP"
        return
    xmp = pdf.Root.Metadata.read_bytes().decode()
    if not re.search(r"pdfaid:part(=\"|>)3", xmp):
        yield "no claim of PDF/A-3"
    if not re.search(r"pdfaid:conformance(=\"|>)U", xmp):
        yield "no claim of level U"
    if xmp.count("<rdf:RDF") != 1:
        yield "not one rdf:RDF"


def catalog(pdf):
    intents = pdf.Root.get("/OutputIntents")
    if not intents or "/DestOutputProfile" not in intents[0]:
        yield "no output intent"
    for key in ("/AA", "/OpenAction"):
        if key in pdf.Root:
            yield key
    if "/Names" in pdf.Root and "/JavaScript" in pdf.Root.Names:
        yield "JavaScript"
    if "/AcroForm" in pdf.Root and pdf.Root.AcroForm.get("/NeedAppearances", False):
        yield "NeedAppearances"


def font(item):
    name, kind = item.get("/BaseFont"), item.get("/Subtype")
    if kind in SIMPLE and not any(key in item.get("/FontDescriptor", {}) for key in EMBEDDED):
        yield f"{name} is not embedded"
    if kind == "/CIDFontType2" and "/CIDToGIDMap" not in item:
        yield f"{name} has no CIDToGIDMap"
    if kind == "/Type0" and "/ToUnicode" not in item:
        yield f"{name} has no ToUnicode"


def stream(item):
    if "/LZWDecode" in str(item.get("/Filter")):
        yield "LZW"
    if item.get("/Subtype") == "/Image" and item.get("/Interpolate", False):
        yield "Interpolate"


def dictionary(item):
    if item.get("/Type") == "/Font":
        yield from font(item)
    if item.get("/Type") == "/Filespec":
        missing = [key for key in ("/AFRelationship", "/F", "/UF") if key not in item]
        if missing:
            yield f"attachment without {missing}"


def objects(pdf):
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            yield from stream(item)
        elif isinstance(item, pikepdf.Dictionary):
            yield from dictionary(item)


def annotations(pdf):
    for page in pdf.pages:
        for item in page.get("/Annots", []):
            flags, box = int(item.get("/F", 0)), [float(value) for value in item.Rect]
            if not flags & PRINT or flags & HIDDEN:
                yield f"annotation flags {flags}"
            zero = box[0] == box[2] and box[1] == box[3]
            if item.Subtype not in {"/Link", "/Popup"} and not zero and "/AP" not in item:
                yield "annotation without appearance"
