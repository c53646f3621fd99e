"""What an attacker can do to a sealed paper, one function an attack (GUIDE 7.3)."""

import io

from pyhanko.pdf_utils import generic  # noqa: TID251 (the attacks rewrite the file)
from pyhanko.pdf_utils.content import RawContent  # noqa: TID251 (the attacks rewrite the file)
from pyhanko.pdf_utils.generic import pdf_name  # noqa: TID251 (the attacks rewrite the file)
from pyhanko.pdf_utils.incremental_writer import (  # noqa: TID251 (the attacks rewrite the file)
    IncrementalPdfFileWriter,
)
from pyhanko.pdf_utils.layout import BoxConstraints  # noqa: TID251 (the attacks rewrite the file)
from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: TID251 (the attacks rewrite the file)
from pyhanko.pdf_utils.writer import PageObject  # noqa: TID251 (the attacks rewrite the file)
from pyhanko.sign import PdfSignatureMetadata, PdfSigner  # noqa: TID251 (a forger signs)
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter  # noqa: TID251 (a forger signs)
from pyhanko.stamp import StaticStampStyle  # noqa: TID251 (a forger signs)

WHITE_BOX = b"1 1 1 rg 0 0 300 40 re f"
PLACE = (100, 300, 400, 340)


def numbers(*values):
    return generic.ArrayObject(map(generic.NumberObject, values))


def in_a_new_revision(pdf, change):
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def first_page(writer):
    return writer.root["/Pages"]["/Kids"][0].get_object()


def flip_a_byte(pdf):
    changed = bytearray(pdf)
    changed[pdf.index(b"stream", 2000) + 40] ^= 1
    return bytes(changed)


def smuggle_into_the_padding(pdf):
    """Write into the empty place behind a signature, which no signature covers."""
    last = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures[-1]
    _, before, after, _ = last.byte_range
    place = before + 1 + len(pdf[before + 1 : after - 1].rstrip(b"0")) + 8
    return pdf[:place] + b"c0ffee00" + pdf[place + 8 :]


def append_bytes(pdf):
    return pdf + b"\n%% hello\n"


def overlay_content(pdf):
    def change(writer):
        page = first_page(writer)
        drawn = b"q 1 0 0 1 100 300 cm " + WHITE_BOX + b" Q"
        box = writer.add_object(generic.StreamObject(stream_data=drawn))
        old = page.raw_get("/Contents")
        streams = list(old) if isinstance(old, generic.ArrayObject) else [old]
        page["/Contents"] = generic.ArrayObject([*streams, box])
        writer.update_container(page)

    return in_a_new_revision(pdf, change)


def append_a_page(pdf):
    def change(writer):
        empty = writer.add_object(generic.StreamObject(stream_data=b""))
        writer.insert_page(PageObject(contents=empty, media_box=numbers(0, 0, 595, 842)))

    return in_a_new_revision(pdf, change)


def cover_with_an_annotation(pdf):
    def change(writer):
        look = generic.StreamObject(
            {
                pdf_name("/Type"): pdf_name("/XObject"),
                pdf_name("/Subtype"): pdf_name("/Form"),
                pdf_name("/BBox"): numbers(0, 0, 300, 40),
            },
            stream_data=WHITE_BOX,
        )
        stamp = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/Stamp"),
                pdf_name("/Rect"): numbers(*PLACE),
                pdf_name("/F"): generic.NumberObject(4),
                pdf_name("/AP"): generic.DictionaryObject(
                    {pdf_name("/N"): writer.add_object(look)}
                ),
            }
        )
        page = first_page(writer)
        placed = writer.add_object(stamp)
        if "/Annots" in page:
            page["/Annots"].append(placed)
            writer.update_container(page["/Annots"])
        else:
            page["/Annots"] = generic.ArrayObject([placed])
            writer.update_container(page)

    return in_a_new_revision(pdf, change)


def swap_an_appearance(pdf, field="sig-party-1"):
    def change(writer):
        fields = [item.get_object() for item in writer.root["/AcroForm"]["/Fields"]]
        look = next(item for item in fields if item["/T"] == field)["/AP"].raw_get("/N")
        drop = ("/Length", "/Filter", "/DecodeParms")
        keep = {k: v for k, v in look.get_object().items() if k not in drop}
        other = generic.StreamObject(keep, stream_data=b"1 0 0 rg 0 0 100 40 re f")
        writer.objects[(look.generation, look.idnum)] = other

    return in_a_new_revision(pdf, change)


def sign_in_a_new_field(pdf, signer):
    metadata = PdfSignatureMetadata(
        field_name="sig-extra", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    style = StaticStampStyle(
        background=RawContent(WHITE_BOX, box=BoxConstraints(300, 40)), border_width=0
    )
    field = SigFieldSpec("sig-extra", on_page=0, box=PLACE)
    forger = PdfSigner(metadata, signer, stamp_style=style, new_field_spec=field)
    return bytes(forger.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf))).getbuffer())


def sign_late(pdf, signer, field):
    """Fill a field of the paper's own that was left empty until after the seal."""
    metadata = PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    late = PdfSigner(metadata, signer)
    return bytes(late.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf))).getbuffer())


def roll_back(pdf, keep):
    """Cut the file back to its first ``keep`` signatures: all that remain are valid."""
    last = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures[keep - 1]
    _, _, start, length = last.byte_range
    return pdf[: start + length]
