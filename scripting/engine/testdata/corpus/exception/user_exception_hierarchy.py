class AppError(Exception):
    pass

class NotFound(AppError, KeyError):
    pass

class Denied(AppError):
    "access denied"

for exc in (NotFound("x"), Denied("y", 1), AppError()):
    try:
        raise exc
    except NotFound as e:
        print("NotFound", e, repr(e), isinstance(e, LookupError))
    except (Denied, ValueError) as e:
        print("Denied", e, e.args, e.__doc__)
    except AppError as e:
        print("AppError", repr(e), str(e) == "")
