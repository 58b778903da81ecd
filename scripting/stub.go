package scripting

import _ "embed"

//go:embed windlass.pyi
var stub string

// Stub returns windlass.pyi, the description of module windlass that editors
// and type checkers read, to be put beside a script.
func Stub() string { return stub }
