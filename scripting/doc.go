// Package scripting hosts translators that are written in Python syntax: the
// type scripting/python, also called features/glupy. It is the machine's view
// of a script and the script's view of the machine; package engine below it
// runs Python code and knows nothing of filesystems.
//
// # A script
//
// A class derived from Translator defines NAME_fop and NAME_cbk for any fop of
// the table, with GlusterFS's positional arguments. What it does not define is
// compiled out of the graph, as for a translator in Go. windlass.pyi, which is
// generated, is the contract; [Check] tells an author what breaks it.
//
// # Wind and unwind
//
// A wind or an unwind is recorded while the script runs and carried out when
// its function has returned and its lane is free. So no lane is held while a
// child works, a child may answer on the same goroutine, and what a handler
// wanted before it raised can be taken back. A frame that a handler neither
// winds, unwinds nor holds is answered EIO at once.
//
// The objects of a request (frame, loc, buffers, attributes) stand for memory
// that serves another request afterwards. They are made anew for each request
// and refuse to be used once it has ended; they are filled in when they are
// read, and what a handler passes on as it came is never converted or copied.
//
// # Interpreters, lanes and editions
//
// An interp is an interpreter with its lock, a lane an instance of the class in
// one. There is one by default, so that a script's state needs no locks of its
// own. With option lanes several run in parallel; then each has its own
// instance, module globals and state, a request stays in one lane from its fop
// to its last callback, and contexts of inodes and open files, which all lanes
// see, take plain values only (None, bool, int, float, str, bytes, tuples of
// them). What lanes are to share is in a pool, windlass.shared. Translators with
// the same option vm share interps and pool.
//
// An edition is the code as it was loaded at one time, with its lanes. A reload
// ([host.Reconfigure]) makes a new one in the same interps, with all of them
// locked: so no request runs meanwhile, and objects can pass from the old code
// to the new. Frames end in the edition that they began in; the old lanes'
// fini() is called when their last frame is over.
//
// # Faults
//
// What a script does wrong is a fault; an OSError is an answer. A gate counts
// faults and lets requests past the script, as the volume's options say.
//
// # Files
//
//	type, script, check   the translator type: finding, loading and checking a script
//	host, lane, request   what the machine calls; the calls into Python; a frame's state
//	interp, edition       interpreters and what is loaded there; reload
//	gate, errors, talk    what follows a fault; what the log says, and how much
//	serve, shared, assign background lanes; what lanes share, and what they do not
//	wind, signature       wind and unwind; z_bind.go converts arguments, from the table
//	translator, frame, …  the objects that a script sees
//	inline                a script that stands in an option, not in a file
//	linting               what package lint below it is told, and what check advises
//	environment, convert  another clock, and the objects of a script outside of requests: for scripttest
//
// Lock order: a lane's lock, which is its interp's, is taken with no other lock
// held but those of who changes the graph and of the list of retired lanes.
// While it is held only those of a gate, of a shared container, of an inode's
// name and of the log are taken. A change locks all interps of a translator in
// order and waits for nothing while it has them.
package scripting
