for action in ("[0] * 10**30", "[0] * (2**63 - 1)", "(0,) * 10**30"):
    try:
        eval(action)
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__, e)
print(len([0] * 1000), len([] * 10**6))
