"""LibreOffice edits a file as a person does, by a macro: parts, merges, rewords and moves paragraphs, and saves."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

OFFICE = shutil.which("soffice")
PATIENCE = 180

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edits"/></library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
 library:link="false"/></library:libraries>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">
Sub EditAll(source, target)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden" : opening(0).Value = False
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  text = doc.Text
  controller = doc.CurrentController
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
{edits}
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName" : saving(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, saving())
  doc.close(True)
End Sub

Function Found(doc, words)
  wanted = doc.createSearchDescriptor()
  wanted.SearchString = words
  range = doc.findFirst(wanted)
  Found = range.Text.createTextCursorByRange(range)
End Function
</script:module>
"""


def parted(words: str) -> str:
    """The paragraph parted in front of the words."""
    return f"""
  c = Found(doc, "{words}")
  c.collapseToStart()
  text.insertControlCharacter(c, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
"""


def merged(words: str) -> str:
    """The paragraph with these words and the next as one."""
    return f"""
  c = Found(doc, "{words}")
  c.gotoEndOfParagraph(False)
  c.goRight(1, True)
  c.String = " "
"""


def reworded(old: str, new: str) -> str:
    """Words typed over."""
    return f"""
  c = Found(doc, "{old}")
  c.String = "{new}"
"""


def moved(words: str, before: str) -> str:
    """A whole paragraph cut and pasted before another."""
    return f"""
  c = Found(doc, "{words}")
  c.gotoStartOfParagraph(False)
  c.gotoEndOfParagraph(True)
  c.goRight(1, True)
  controller.select(c)
  dispatcher.executeDispatch(controller.Frame, ".uno:Cut", "", 0, Array())
  c = Found(doc, "{before}")
  c.gotoStartOfParagraph(False)
  controller.select(c)
  dispatcher.executeDispatch(controller.Frame, ".uno:Paste", "", 0, Array())
"""


def edited_in_office(content: bytes, edits: str, folder: Path) -> bytes:
    """The file as LibreOffice saves it after the edits."""
    assert OFFICE is not None
    profile = folder / "profile"
    office = [OFFICE, "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    # A profile that LibreOffice has not made itself has no macros.
    subprocess.run([*office, "--terminate_after_init"], check=True, capture_output=True, timeout=PATIENCE)
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic.parent / "script.xlc").write_text(_LIBRARIES, "utf-8")
    (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
    (basic / "Edits.xba").write_text(_MODULE.replace("{edits}", edits), "utf-8")
    source, target = folder / "truoc.docx", folder / "sau.docx"
    source.write_bytes(content)
    call = f'macro:///Standard.Edits.EditAll("{source.as_uri()}","{target.as_uri()}")'
    subprocess.run([*office, call], check=True, capture_output=True, timeout=PATIENCE)
    return target.read_bytes()
