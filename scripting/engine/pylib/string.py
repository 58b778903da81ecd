"""Constants of characters, capwords, Template and Formatter."""

import re

from collections import ChainMap

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits",
    "octdigits", "printable", "punctuation", "whitespace", "Formatter", "Template",
]  # fmt: skip

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalizes the words of a text; without sep, white space between them becomes one space."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    """A text with fields: $name, ${name}; $$ is a dollar.

    Subclasses may set delimiter, idpattern, braceidpattern, flags, or the whole pattern
    with the groups escaped, named, braced and invalid.
    """

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            mark = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (
                f"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})"
                f"|{{(?P<braced>{braced})}}|(?P<invalid>))"
            )
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _refuse(self, found):
        before = self.template[: found.start("invalid")]
        lines = before.splitlines(keepends=True)
        if lines:
            line, column = len(lines), found.start("invalid") - len("".join(lines[:-1]))
        else:
            line = column = 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def _mapping(self, mapping, kws):
        if mapping is None:
            return kws
        return ChainMap(kws, mapping) if kws else mapping

    def substitute(self, mapping=None, /, **kws):
        """Returns the text with all fields replaced."""
        mapping = self._mapping(mapping, kws)

        def replace(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                return str(mapping[name])
            if found.group("escaped") is not None:
                return self.delimiter
            return self._refuse(found)

        return self.pattern.sub(replace, self.template)

    def safe_substitute(self, mapping=None, /, **kws):
        """Returns the text with those fields replaced that are in the mapping."""
        mapping = self._mapping(mapping, kws)

        def replace(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    return found.group()
            return self.delimiter if found.group("escaped") is not None else found.group()

        return self.pattern.sub(replace, self.template)

    def is_valid(self):
        """Tells whether every delimiter begins a field."""
        return all(found.group("invalid") is None for found in self.pattern.finditer(self.template))

    def get_identifiers(self):
        """Returns the names of the fields."""
        names = {}
        for found in self.pattern.finditer(self.template):
            name = found.group("named") or found.group("braced")
            if name is not None:
                names[name] = None
        return list(names)


# __init_subclass__ is not called for the class itself.
Template.__init_subclass__()


class Formatter:
    """str.format in parts that subclasses can replace."""

    def format(self, format_string, /, *args, **kwargs):
        """Formats a text with arguments."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """Formats a text with a sequence and a mapping of arguments."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        """auto is the number of the next {}; False once a number was given."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            first = _split_field(field)[0]
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field = str(auto) + field
                auto += 1
            elif isinstance(first, int):
                if auto:
                    raise ValueError("cannot switch from automatic field numbering to manual field specification")
                auto = False
            obj, key = self.get_field(field, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(obj, spec))
        return "".join(result), auto

    def get_value(self, key, args, kwargs):
        """Returns the argument of a number or of a name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Is told which arguments were used."""

    def format_field(self, value, format_spec):
        """Formats one value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """Does what !s, !r and !a ask for."""
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """Returns an iterator over (literal, field, spec, conversion)."""
        return iter(_parse(format_string))

    def get_field(self, field_name, args, kwargs):
        """Returns the value of a field as in "0.name[key]", and its first part."""
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, name in rest:
            obj = getattr(obj, name) if is_attr else obj[name]
        return obj, first


def _number(text):
    return int(text) if text.isdecimal() else text


def _split_field(name):
    """Returns the first part of a field's name and the others as (is an attribute, name)."""
    end = min([i for i in (name.find("."), name.find("[")) if i >= 0], default=len(name))
    rest = []
    i = end
    while i < len(name):
        if name[i] == ".":
            stop = min([j for j in (name.find(".", i + 1), name.find("[", i + 1)) if j >= 0], default=len(name))
            part = name[i + 1 : stop]
            rest.append((True, part))
        elif name[i] == "[":
            stop = name.find("]", i)
            if stop < 0:
                raise ValueError("Missing ']' in format string")
            part = name[i + 1 : stop]
            rest.append((False, _number(part)))
            stop += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not part:
            raise ValueError("Empty attribute in format string")
        i = stop
    return _number(name[:end]), rest


def _parse(text):
    """Returns the parts of a format string."""
    parts = []
    literal, i = "", 0
    while i < len(text):
        c = text[i]
        i += 1
        if c not in "{}":
            end = min([j for j in (text.find("{", i), text.find("}", i)) if j >= 0], default=len(text))
            literal += c + text[i:end]
            i = end
        elif text.startswith(c, i):
            # A doubled brace ends a literal, as CPython's parser has it.
            parts.append((literal + c, None, None, None))
            literal = ""
            i += 1
        elif c == "}":
            raise ValueError("Single '}' encountered in format string")
        else:
            field, i = _field(text, i)
            parts.append((literal,) + field)
            literal = ""
    if literal:
        parts.append((literal, None, None, None))
    return parts


def _field(text, start):
    """Returns (field, spec, conversion) and where the field ends."""
    if start == len(text):
        raise ValueError("Single '{' encountered in format string")
    depth, brackets, end = 1, False, start
    while end < len(text):
        c = text[end]
        if c == "[":
            brackets = True
        elif c == "]":
            brackets = False
        elif c == "{" and not brackets:
            depth += 1
        elif c == "}" and not brackets:
            depth -= 1
            if depth == 0:
                break
        end += 1
    else:
        raise ValueError("expected '}' before end of string")
    inside = text[start:end]
    i = 0
    brackets = False
    while i < len(inside) and (brackets or inside[i] not in "!:"):
        if inside[i] == "{":
            raise ValueError("unexpected '{' in field name")
        brackets = inside[i] == "[" or brackets and inside[i] != "]"
        i += 1
    name, rest = inside[:i], inside[i:]
    if not rest.startswith("!"):
        return (name, rest[1:], None), end + 1
    if len(rest) < 2:
        raise ValueError("end of string while looking for conversion specifier")
    if len(rest) > 2 and rest[2] != ":":
        raise ValueError("expected ':' after conversion specifier")
    return (name, rest[3:], rest[1]), end + 1
