"""An archive of built papers: BagIt packages in folders, a chained ledger of additions, and an index made from both.

What is archived is never changed again. The packages and the ledger are the archive; the index can be made anew from
them at any time. No other part of the program writes below an archive's folder.
"""
