"""What is sent lean still says the same: only indents, empty lines and comments are left out."""

from app.web.assets import lean


def test_blanks_within_a_line_and_comment_marks_within_text_stay():
    script = (
        '// why\n  const a = `${n} 件 ${b ? ` open` : ""}`; // more\n\n  const u = "http://x";\n'
    )
    assert lean(script) == 'const a = `${n} 件 ${b ? ` open` : ""}`;\nconst u = "http://x";\n'


def test_notes_of_a_style_sheet_are_left_out():
    assert (
        lean("/* The look\n   of papers */\n\n.a {\n  color: red;\n}\n") == ".a {\ncolor: red;\n}\n"
    )
