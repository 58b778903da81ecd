import uuid
u = uuid.UUID("12345678-1234-5678-9abc-def012345678")
print(u, repr(u), u.hex, u.int, u.bytes.hex(), u.version, u.variant, u.urn)
print(u.fields, u.time_low, u.node, u.bytes_le.hex(), u.clock_seq)
for text in ("{12345678123456789abcdef012345678}", "urn:uuid:12345678-1234-5678-9abc-def012345678",
             "12345678123456789ABCDEF012345678"):
    print(uuid.UUID(text) == u)
for bad in ("", "123", "zz345678-1234-5678-9abc-def012345678"):
    try:
        uuid.UUID(bad)
    except ValueError as e:
        print(e)
