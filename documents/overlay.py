"""Lay a page of marks (a page number, the number of a copy) over a page that is already made."""

import pikepdf


def lay_over(pdf: pikepdf.Pdf, page: pikepdf.Page, mark: pikepdf.Page, name: pikepdf.Name) -> None:
    """Lay ``mark`` over a page of ``pdf`` under a fixed name; pikepdf's own draws names by lot."""
    drawn = pdf.copy_foreign(mark.as_form_xobject())
    page.add_resource(drawn, pikepdf.Name.XObject, name)
    box = pikepdf.Rectangle(page.trimbox)
    place = page.calc_form_xobject_placement(drawn, name, box)
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + place)
