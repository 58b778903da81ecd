package xlator

// A Spec is a graph as written down: what a volume file says. It has been
// parsed but not yet checked.
type Spec struct {
	// File is the name for messages.
	File string
	// Volumes are in the order of the file. A volume's subvolumes come before
	// it, and the last volume is the top of the graph.
	Volumes []VolumeSpec
}

// A VolumeSpec is one translator of a Spec.
type VolumeSpec struct {
	Name       string
	Pos        Pos // of the name
	Type       string
	TypePos    Pos
	Options    []OptionSpec
	Subvolumes []SubvolumeSpec
}

// An OptionSpec is one "option KEY VALUE".
type OptionSpec struct {
	Key, Value string
	Pos        Pos // of the key
	ValuePos   Pos
}

// A SubvolumeSpec is one name behind "subvolumes".
type SubvolumeSpec struct {
	Name string
	Pos  Pos
}

// Option returns the value that the volume gives a key literally, without
// defaults or aliases.
func (v *VolumeSpec) Option(key string) (OptionSpec, bool) {
	for _, o := range v.Options {
		if o.Key == key {
			return o, true
		}
	}
	return OptionSpec{}, false
}
