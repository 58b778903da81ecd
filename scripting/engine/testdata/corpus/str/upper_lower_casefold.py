for s in ("Straße", "İ", "ΑΣ", "ÀÉ", "ﬁ", "mixed 123"):
    print(s.upper(), s.lower(), s.casefold(), len(s.upper()), len(s.lower()))
print("STRASSE".casefold() == "straße".casefold())
print("ΟΔΟΣ ΣΑΣ".lower())
print("a".upper().lower().islower())
