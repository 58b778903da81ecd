class Word:
    def __init__(self, text):
        self.text = text
    def __eq__(self, other):
        return self.text.lower() == other.text.lower()
    def __hash__(self):
        return hash(self.text.lower())
    def __repr__(self):
        return f"Word({self.text})"

s = {Word("Abc"), Word("ABC")}
print(s)
s.add(Word("abc"))
print(s, Word("aBC") in s, len(s | {Word("x")}))
