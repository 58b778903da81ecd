package integration

// passThrough is the Go translator that handles every fop and passes it on.
const passThrough = "debug/pass"

func allFops() string { return "" }
