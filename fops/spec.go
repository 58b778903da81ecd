package fops

// Class says what a fop works on, as GlusterFS's generator sorts them.
type Class uint8

const (
	// ClassInode: an object named by a loc.
	ClassInode Class = iota
	// ClassEntry: a name in a directory.
	ClassEntry
	// ClassFd: an open file or directory.
	ClassFd
)

// String returns the word used in tables: inode, entry or fd.
func (c Class) String() string { return [...]string{"inode", "entry", "fd"}[c] }

// A Param is a field in a row, under the name that it has there.
type Param struct {
	*Field
	// Name is the parameter's name in signatures.
	Name string
	// Keyword marks what GlusterFS's signature lacks and Linux needs (the
	// flags of renameat2, say). It is no positional argument: it is carried
	// along by itself when a handler winds on, and can be given by keyword.
	Keyword bool
}

// A Spec is one row of the table: everything that is particular to a fop.
type Spec struct {
	// Name is GlusterFS's name of the fop.
	Name string
	// Doc says in one sentence what it does.
	Doc string
	// GF is GlusterFS's number (GF_FOP_*), 0 for a fop that only FUSE has.
	GF int
	// Class says what it works on.
	Class Class
	// Mutates is set where the fop changes the filesystem.
	Mutates bool
	// In and Out are the arguments and the values of the reply, in
	// GlusterFS's order, op_ret and op_errno left out.
	In, Out []Param
	// Borrows is set where a buffer of the kernel's request travels with the
	// fop: it is answered only when no translator can still use that buffer.
	Borrows bool
	// Unsupported says why storage/posix answers EOPNOTSUPP, where it does.
	Unsupported string
	// Note tells readers of the reference page what to know besides.
	Note string
}

// Positional returns the parameters of ps that are positional arguments.
func Positional(ps []Param) []Param {
	out := make([]Param, 0, len(ps))
	for _, p := range ps {
		if !p.Keyword {
			out = append(out, p)
		}
	}
	return out
}

// Specs returns the table. The slice is shared and must not be changed.
func Specs() []Spec { return table[:] }

// Callbacks returns the rows of what a translator is told without being
// asked: there is no frame and no answer.
func Callbacks() []Spec { return callbacks[:] }
