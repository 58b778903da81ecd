package fops

// An Op is a fop's index in the table. The constants OpLookup … are generated.
type Op uint8

// String returns the fop's name.
func (op Op) String() string {
	if int(op) >= len(table) {
		return "invalid"
	}
	return table[op].Name
}

// Spec returns the fop's row. It must not be changed.
func (op Op) Spec() *Spec { return &table[op] }

var byName = func() map[string]Op {
	m := make(map[string]Op, len(table))
	for i := range table {
		m[table[i].Name] = Op(i)
	}
	return m
}()

// ParseOp returns the fop of that name.
func ParseOp(name string) (Op, bool) {
	op, ok := byName[name]
	return op, ok
}

// Names returns the names of all fops in the table's order.
func Names() []string {
	out := make([]string, len(table))
	for i := range table {
		out[i] = table[i].Name
	}
	return out
}
