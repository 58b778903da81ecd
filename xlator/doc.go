// Package xlator is the machine of windlass: the graph of translators, the
// frames that carry a request through it, compiled dispatch, options, the
// registry of types, the inode table, statistics and statedumps.
//
// # A request
//
// A request enters at the top of the graph as a [Call]. For each translator
// that handles its fop there is a [Frame]. A handler either answers
// (Unwind, Fail) or passes the request on (Wind) and answers when the reply
// comes back to its callback. Every frame is answered exactly once; what a
// translator does wrong is logged with its name and contained (see Frame).
//
// Dispatch is compiled when the graph is built: for every translator, child
// and fop the nearest one further down that handles the fop is known, so a
// translator that does not care for a fop costs nothing.
//
// # A translator
//
// A translator is a value made by its [Type]. It implements the typed methods
// of the fops that it handles (z_sugar.go), or [Binder], and what it needs of
// [Initer], [Finier], [Forgetter], [Releaser], [Releasedirer], [InodeMerger],
// [Notifier], [Reconfigurer] and [Dumper]. Its life:
//
//	New     made for a node with its options; no effect outside
//	Init    children first; may take what it needs
//	Notify  EventUp, when all are initialised
//	        fops, in parallel; meanwhile any number of Reconfigure
//	Notify  EventDown
//	Fini    parents first; also after a failed Init
//
// # Change
//
// A graph changes while it serves by [Graph.Reconfigure]: all options that a new
// text of the volume file gives, and scripts, or nothing. The compiled dispatch
// is replaced as a whole; a request keeps to the one in which it reached a
// translator, so a reply always comes to the callback of the handler that wound.
//
// # Lock order
//
// Whoever changes the graph holds Graph.changing from the first look to the last
// commit, and it is taken first. Otherwise:
//
// The machine holds no lock while it calls a translator. A shard of the inode
// table, an inode's name, the slab of numbers and the list of calls are locked
// each alone, for a few instructions.
package xlator
