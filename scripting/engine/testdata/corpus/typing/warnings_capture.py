import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("deprecated thing", DeprecationWarning)
    warnings.warn(UserWarning("instance"))
print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as e:
        print(repr(e))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("ignore")
    warnings.filterwarnings("always", message="keep.*")
    warnings.warn("drop this")
    warnings.warn("keep this")
print([str(w.message) for w in caught])
for bad in (int, "x"):
    try:
        warnings.warn("m", bad)
    except TypeError as e:
        print(e)
