// Package memfs is a small filesystem in memory that answers fops: what stands
// below a translator while it is tested, in Go (xlatortest) or in Python syntax
// (scripting/scripttest). [FS.Serve] answers requests; [FS.Write], [FS.Read]
// and their like are for the test that arranges files and looks at them behind
// the translator's back, by path.
//
// A new object gets the next number, so what happens is the same each time.
package memfs
