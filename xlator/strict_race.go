//go:build race

package xlator

import "github.com/windlassfs/windlass/fops"

// strict is set where the program looks for its own bugs: under the race
// detector fields that mean nothing are poisoned.
const strict = true

const poison = 0xdead

func poisonArgs(a *fops.Args) {
	*a = fops.Args{Flags: poison, Mode: poison, Umask: poison, Valid: poison, Size: poison, Offset: -poison, Name: "poison", Path: "poison", Volume: "poison"}
	a.Buf.Ino = poison
}

func poisonReply(r *fops.Reply) {
	*r = fops.Reply{Path: "poison", Offset: -poison, Flags: poison, Weak: poison}
	for _, b := range []*fops.Iatt{&r.Buf, &r.Pre, &r.Post, &r.Pre2, &r.Post2} {
		b.Ino, b.Flags = poison, poison
	}
}
