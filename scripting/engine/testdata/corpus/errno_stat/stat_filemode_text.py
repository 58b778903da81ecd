import stat
for mode in (0o100644, 0o100755, 0o040755, 0o120777, 0o104755, 0o102755, 0o041777, 0o104644, 0o102644,
             0o041776, 0o010600,
             0o140000, 0o020666, 0o060660, 0, 0o777, 0o170000):
    print(f"{mode:o}", stat.filemode(mode))
try:
    stat.filemode("x")
except TypeError as e:
    print(type(e).__name__)
