package engine

// ownModules are the modules that the engine provides, by name. They are built at
// package initialisation and only read afterwards.
var ownModules = map[string]*Module{}

func register(m *Module) { ownModules[m.Name] = m }
