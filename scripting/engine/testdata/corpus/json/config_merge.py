import json
defaults = json.loads('{"cache": {"size": 100, "ttl": 1.5}, "paths": ["/a"], "debug": false}')
override = json.loads('{"cache": {"size": 5}, "debug": true, "new": null}')
def merge(a, b):
    out = dict(a)
    for k, v in b.items():
        out[k] = merge(a[k], v) if isinstance(v, dict) and isinstance(a.get(k), dict) else v
    return out
m = merge(defaults, override)
print(json.dumps(m, sort_keys=True, indent=4))
print(json.dumps(defaults) == json.dumps(merge(defaults, {})), m["cache"]["ttl"], m["new"])
