package memfs

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

// walk returns the directory and the last name of a path; "" for the root.
// With parents, directories that are missing are made.
func (m *FS) walk(path string, parents bool) (dir *file, name string, err error) {
	dir = m.files[fops.RootGFID]
	names := slices.DeleteFunc(strings.Split(path, "/"), func(n string) bool { return n == "" || n == "." })
	if len(names) == 0 {
		return dir, "", nil
	}
	for _, n := range names[:len(names)-1] {
		x := dir.names[n]
		if x == nil && parents {
			x = m.add(dir, n, unix.S_IFDIR|0o755)
		}
		switch {
		case x == nil:
			return nil, "", syscall.ENOENT
		case !x.dir():
			return nil, "", syscall.ENOTDIR
		}
		dir = x
	}
	name = names[len(names)-1]
	if len(name) > maxName {
		return nil, "", syscall.ENAMETOOLONG
	}
	return dir, name, nil
}

func (m *FS) add(dir *file, name string, mode uint32) *file {
	x := m.make(mode)
	dir.names[name] = x
	if x.dir() {
		dir.iatt.Nlink++
	}
	dir.touch()
	return x
}

// find returns the object of a path.
func (m *FS) find(path string) (*file, error) {
	dir, name, err := m.walk(path, false)
	switch {
	case err != nil:
		return nil, err
	case name == "":
		return dir, nil
	case dir.names[name] == nil:
		return nil, syscall.ENOENT
	}
	return dir.names[name], nil
}

// Write makes path a file with that content, and the directories that lead to
// it. mode is for a file that is new. Errors are errnos.
func (m *FS) Write(path string, data []byte, mode uint32) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	dir, name, err := m.walk(path, true)
	if err != nil {
		return err
	}
	if name == "" {
		return syscall.EISDIR
	}
	x := dir.names[name]
	if x == nil {
		x = m.add(dir, name, unix.S_IFREG|mode&0o7777)
	} else if x.dir() {
		return syscall.EISDIR
	}
	x.data = bytes.Clone(data)
	x.resize(len(data))
	return nil
}

// Mkdir makes a directory and those that lead to it, where they are missing.
func (m *FS) Mkdir(path string, mode uint32) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	dir, name, err := m.walk(path, true)
	if err != nil || name == "" {
		return err
	}
	if x := dir.names[name]; x == nil {
		m.add(dir, name, unix.S_IFDIR|mode&0o7777)
	} else if !x.dir() {
		return syscall.EEXIST
	}
	return nil
}

// Symlink makes path a symbolic link, and the directories that lead to it.
func (m *FS) Symlink(target, path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	dir, name, err := m.walk(path, true)
	if err != nil {
		return err
	}
	if name == "" || dir.names[name] != nil {
		return syscall.EEXIST
	}
	x := m.add(dir, name, unix.S_IFLNK|0o777)
	x.link, x.iatt.Size = target, uint64(len(target))
	return nil
}

// Read returns the content of a file, or the text of a symbolic link.
func (m *FS) Read(path string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	x, err := m.find(path)
	switch {
	case err != nil:
		return nil, err
	case x.dir():
		return nil, syscall.EISDIR
	case x.iatt.Type() == unix.S_IFLNK:
		return []byte(x.link), nil
	}
	return bytes.Clone(x.data), nil
}

// Stat returns the attributes of an object.
func (m *FS) Stat(path string) (fops.Iatt, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	x, err := m.find(path)
	if err != nil {
		return fops.Iatt{}, err
	}
	return x.iatt, nil
}

// Names returns what is in a directory, sorted.
func (m *FS) Names(path string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	x, err := m.find(path)
	switch {
	case err != nil:
		return nil, err
	case !x.dir():
		return nil, syscall.ENOTDIR
	}
	return slices.Sorted(maps.Keys(x.names)), nil
}

// Remove takes a name away, with all that is below it.
func (m *FS) Remove(path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	dir, name, err := m.walk(path, false)
	switch {
	case err != nil:
		return err
	case name == "":
		return syscall.EBUSY
	case dir.names[name] == nil:
		return syscall.ENOENT
	}
	m.drop(dir, name)
	return nil
}
