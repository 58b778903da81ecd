package integration

import "github.com/windlassfs/windlass/scripting"

// passThrough is the Go translator that handles every fop and passes it on.
const passThrough = "debug/pass"

// allFops is a script that intercepts every fop and passes it on.
func allFops() string { return scripting.PassThroughSource() }
