import uuid
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://x/"))
r = uuid.uuid4()
print(r.version, r.variant == uuid.RFC_4122, r != uuid.uuid4(), len(str(r)), len(r.bytes),
      uuid.UUID(str(r)) == r, uuid.uuid1().version)
print(uuid.uuid5(uuid.NAMESPACE_OID, "a") == uuid.uuid5(uuid.NAMESPACE_OID, "a"),
      uuid.uuid5(uuid.NAMESPACE_OID, "a").version)
try:
    uuid.uuid5("not a uuid", "x")
except AttributeError as e:
    print(e)
