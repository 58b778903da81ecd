def search(items, want):
    i = 0
    while i < len(items):
        if items[i] == want:
            print("found at", i)
            break
        i += 1
    else:
        print("not found")

search([1, 2, 3], 2)
search([1, 2, 3], 9)
search([], 1)
while False:
    pass
else:
    print("else of a loop that never ran")
