// Package fuse serves a graph to the kernel: it turns requests of the FUSE
// protocol into fops at the top of the graph, and their replies into answers.
//
// It is the only package that knows go-fuse. It works below go-fuse's node
// tree (fuse.RawFileSystem), because the graph has an inode table of its own.
// Inodes and open files are found by number without a lock or a map.
//
// Two requests of the protocol never arrive: go-fuse answers POLL itself (a
// regular file is always ready), and the kernel sends SYNCFS and BMAP only to
// servers on a block device or of virtiofs.
//
// Calling convention: every method of the bridge runs on a goroutine of its
// own and may block. Translators may call the [xlator.Kernel] methods from
// anywhere, inside a fop too: what they ask for is queued, since the kernel
// may hold a lock that the running request needs.
package fuse
