x, name, l = 3, "bob", [1, 2]
print(f"{x=} {x = } {x= } {x =} {name=} {name=!s} {x=:>5} {x + 1=} {l[0]=} {len(name)=}")
print(f"{x=!r:^9}|{3.14159=:.2f} {name.upper()=} {'a' * 2=} {  x  =  }")
print(f"{x==3} {x!=3} {x<=3} {(y := 5)=} {y=}")
print(f"{d['k']=}" if (d := {"k": 1}) else "", f"{(lambda: 5)()=}", f"{x=:{x}}|")
