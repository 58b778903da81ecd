for fmt in ("{:99999999999999999999}", "{:.99999999999999999999f}", "{:5d5}", "{:d5}", "{:1,000}", "{:0x}",
            "{:-0}", "{:^}", "{:0}"):
    try:
        print(fmt, "->", fmt.format(3))
    except ValueError as e:
        print(fmt, "->", e)
