stack, out = [], []
for token in "3 4 + 2 * 7 -".split():
    if token.isdigit():
        stack.append(int(token))
    else:
        b, a = stack.pop(), stack.pop()
        stack.append({"+": a + b, "-": a - b, "*": a * b}[token])
    out.append(list(stack))
print(out, stack[-1])
queue = list("abc")
while queue:
    print(queue.pop(0), queue)
