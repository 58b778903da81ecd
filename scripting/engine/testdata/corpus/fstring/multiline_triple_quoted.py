name, items = "list", [1, 2]
print(f"""{name}:
  {items[0]}
  {items[1]:>3}
  {
    sum(items)
  }
'{name}' "{name}" """)
print(f'''{"a" 'b'}''', f"""{'''x'''}""")
