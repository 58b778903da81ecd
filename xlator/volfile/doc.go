// Package volfile reads and writes GlusterFS's volume files, the text that a
// graph is written in.
//
//	# storage first, top last
//	volume store
//	    type storage/posix
//	    option directory /srv/data
//	end-volume
//
//	volume trace
//	    type debug/trace
//	    option include-ops "lookup, create"
//	    subvolumes store
//	end-volume
//
// # Grammar
//
//	file       = { volume }
//	volume     = "volume" WORD { statement } "end-volume"
//	statement  = "type" WORD | "option" WORD WORD | "subvolumes" WORD { WORD }
//	WORD       = one or more bytes except space, tab, CR, LF, '"' and '\'
//	           | '"' … '"' on one line, where \x stands for the byte x
//	comment    = '#' where a WORD could begin, to the end of the line
//
// White space separates words and means nothing else: statements may share a
// line. Keywords are lower case; one that is meant as a WORD is quoted.
//
// Every file that GlusterFS reads as its author meant it is read the same
// way. What GlusterFS lets pass although it cannot be meant is an error here:
// a subvolumes line before the type is fine, but a second one is not. Text in
// backticks, which GlusterFS hands to a shell and replaces by the output, is
// never executed: it is an error, in quotes too, unless each backtick is
// escaped (\`).
//
// The package checks the form of the file. Whether types, options and
// subvolumes exist is checked by [xlator.Build], with the positions that are
// noted here. Columns count bytes, from 1. All functions may be called from
// any goroutine.
package volfile
