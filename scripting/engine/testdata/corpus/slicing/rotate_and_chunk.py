data = list("abcdefg")
print([data[i:i + 3] for i in range(0, len(data), 3)])
print(data[2:] + data[:2], data[-2:] + data[:-2], [data[i::3] for i in range(3)])
print([data[i:i + 2] for i in range(len(data) - 1)][:3], data[len(data) // 2], data[:len(data) // 2][::-1])
s = "level"
print(s == s[::-1], "ab:cd:ef"[::3], "2024-05-06"[5:7], "hello"[:-1] + "p")
