grid = [[0] * 3 for _ in range(2)]
grid[1][2] = 5
print(grid, [list(col) for col in zip(*grid)])
print([x for row in grid for x in row], sum(grid, []))
grid[0][1:] = grid[1][1:]
print(grid)
try:
    grid[0, 1]
except TypeError as e:
    print(e)
