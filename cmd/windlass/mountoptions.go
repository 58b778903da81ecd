package main

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/fuse"
)

// mountSettings are what -o can say: how the kernel is to be served, and what
// the command has flags for, because fstab(5) has no room for flags.
type mountSettings struct {
	fuse.Options
	// Modules are further layers, the last one on top.
	Modules []string
	// NonEmpty allows a mountpoint that hides files.
	NonEmpty bool
	// Log, LogFormat, DumpDir and Overrides are --log, --log-format,
	// --dump-dir and --xlator-option.
	Log, LogFormat, DumpDir string
	Overrides               []string
}

// A mountOption is one word of -o.
type mountOption struct {
	name string
	// arg names the value; empty for an option that takes none.
	arg string
	doc string
	set func(m *mountSettings, value string) error
}

// mountOptions is the table that parsing, hints and manual come from.
var mountOptions = []mountOption{
	{"ro", "", "mount read-only", on(func(m *mountSettings) { m.ReadOnly = true })},
	{"rw", "", "mount for reading and writing (default)", on(func(m *mountSettings) { m.ReadOnly = false })},
	{"allow_other", "", "let other users in; without it only the one who mounts may look", on(func(m *mountSettings) { m.AllowOther = true })},
	{"default_permissions", "", "let the kernel check permissions (default)", on(func(m *mountSettings) { m.DefaultPermissions = true })},
	{"no_default_permissions", "", "let storage check permissions instead of the kernel", on(func(m *mountSettings) { m.DefaultPermissions = false })},
	{"entry_timeout", "SECONDS", "how long the kernel keeps names (default 1)", seconds(func(m *mountSettings) *time.Duration { return &m.EntryTimeout })},
	{"attr_timeout", "SECONDS", "how long the kernel keeps attributes (default 1)", seconds(func(m *mountSettings) *time.Duration { return &m.AttrTimeout })},
	{"negative_timeout", "SECONDS", "how long the kernel keeps that a name does not exist (default 0)", seconds(func(m *mountSettings) *time.Duration { return &m.NegativeTimeout })},
	{"max_write", "SIZE", "largest request of data, 4K to 1M (default 1M)", number(4<<10, 1<<20, func(m *mountSettings) *int { return &m.MaxWrite })},
	{"max_background", "N", "how many asynchronous requests the kernel may have under way (default 64)", number(1, 1<<16-1, func(m *mountSettings) *int { return &m.MaxBackground })},
	{"direct_io", "", "read and write past the kernel's page cache", on(func(m *mountSettings) { m.DirectIO = true })},
	{"kernel_cache", "", "keep a file's pages when it is opened again", on(func(m *mountSettings) { m.KernelCache = true })},
	{"acl", "", "POSIX access control lists, checked by the kernel (default)", on(func(m *mountSettings) { m.ACL = true })},
	{"noacl", "", "no access control lists", on(func(m *mountSettings) { m.ACL = false })},
	{"nosuid", "", "ignore set-user-id bits (default)", flagOn(unix.MS_NOSUID)},
	{"suid", "", "honour set-user-id bits", flagOff(unix.MS_NOSUID)},
	{"nodev", "", "ignore device files (default)", flagOn(unix.MS_NODEV)},
	{"dev", "", "honour device files", flagOff(unix.MS_NODEV)},
	{"noexec", "", "run no programs", flagOn(unix.MS_NOEXEC)},
	{"exec", "", "run programs (default)", flagOff(unix.MS_NOEXEC)},
	{"noatime", "", "do not keep access times", flagOn(unix.MS_NOATIME)},
	{"atime", "", "keep access times (default)", flagOff(unix.MS_NOATIME)},
	{"nodiratime", "", "do not keep access times of directories", flagOn(unix.MS_NODIRATIME)},
	{"diratime", "", "keep access times of directories (default)", flagOff(unix.MS_NODIRATIME)},
	{"relatime", "", "keep access times roughly", flagOn(unix.MS_RELATIME)},
	{"norelatime", "", "undo relatime", flagOff(unix.MS_RELATIME)},
	{"strictatime", "", "keep access times exactly", flagOn(unix.MS_STRICTATIME)},
	{"sync", "", "write synchronously", flagOn(unix.MS_SYNCHRONOUS)},
	{"async", "", "write asynchronously (default)", flagOff(unix.MS_SYNCHRONOUS)},
	{"dirsync", "", "change directories synchronously", flagOn(unix.MS_DIRSYNC)},
	{"nosymfollow", "", "follow no symbolic links", flagOn(unix.MS_NOSYMFOLLOW)},
	{"nonempty", "", "allow a mountpoint that is not empty: its files are hidden meanwhile", on(func(m *mountSettings) { m.NonEmpty = true })},
	{"auto_unmount", "", "unmount even if this process is killed", on(func(m *mountSettings) { m.AutoUnmount = true })},
	{"fsname", "NAME", "source that df(1) shows (default: the graph or directory)", text(func(m *mountSettings) *string { return &m.FsName })},
	{"subtype", "NAME", "the filesystem type is fuse.NAME (default windlass, by which umount knows its mounts)", text(func(m *mountSettings) *string { return &m.Subtype })},
	{"debug", "", "log each request and reply of the FUSE protocol", on(func(m *mountSettings) { m.Debug = true })},
	{"modules", "M1[:M2…]", "put layers on top, as -x does; as with libfuse each comes above the one before; a colon in a name is written \\\\:", func(m *mountSettings, v string) error {
		for _, name := range splitColons(v) {
			if name == "" {
				return errors.New("a layer has no name")
			}
			m.Modules = append(m.Modules, name)
		}
		return nil
	}},
	{"log", "FILE", "as --log", text(func(m *mountSettings) *string { return &m.Log })},
	{"log_format", "text|json", "as --log-format", text(func(m *mountSettings) *string { return &m.LogFormat })},
	{"dump_dir", "DIR", "as --dump-dir", text(func(m *mountSettings) *string { return &m.DumpDir })},
	{"xlator_option", "VOLUME.KEY=VALUE", "as --xlator-option", func(m *mountSettings, v string) error {
		m.Overrides = append(m.Overrides, v)
		return nil
	}},
	{"context", "LABEL", "SELinux label of everything, handed to the kernel", extra("context")},
	{"fscontext", "LABEL", "SELinux label of the filesystem, handed to the kernel", extra("fscontext")},
	{"defcontext", "LABEL", "SELinux label of unlabelled files, handed to the kernel", extra("defcontext")},
	{"rootcontext", "LABEL", "SELinux label of the root, handed to the kernel", extra("rootcontext")},
}

// fstabOptions are for mount(8) and systemd and mean nothing here. What
// user and owner imply (nosuid, nodev, noexec), mount(8) passes by itself.
var fstabOptions = []string{
	"defaults", "auto", "noauto", "user", "nouser", "users", "nousers", "owner", "noowner",
	"group", "nogroup", "_netdev", "nofail", "loud", "silent", "iversion", "noiversion", "mand", "nomand", "lazytime", "nolazytime",
}

// otherOptions are known from elsewhere but are nothing that windlass has.
var otherOptions = map[string]string{
	"allow_root": "use allow_other",
	"remount":    "unmount and mount again: a FUSE filesystem keeps what it was mounted with",
	"bind":       "a directory as it is: windlass mount SOURCE MOUNTPOINT",
	"auto_cache": "use kernel_cache, or attr_timeout=0",
	"uid":        "a translator can change owners; the mount shows those of the storage",
	"gid":        "a translator can change owners; the mount shows those of the storage",
	"umask":      "a translator can change modes; the mount shows those of the storage",
}

func on(f func(*mountSettings)) func(*mountSettings, string) error {
	return func(m *mountSettings, _ string) error { f(m); return nil }
}

func flagOn(bit uintptr) func(*mountSettings, string) error {
	return on(func(m *mountSettings) { m.MountFlags |= bit })
}

func flagOff(bit uintptr) func(*mountSettings, string) error {
	return on(func(m *mountSettings) { m.MountFlags &^= bit })
}

func text(field func(*mountSettings) *string) func(*mountSettings, string) error {
	return func(m *mountSettings, v string) error { *field(m) = v; return nil }
}

func extra(name string) func(*mountSettings, string) error {
	return func(m *mountSettings, v string) error { m.Extra = append(m.Extra, name+"="+v); return nil }
}

// seconds reads a decimal number of seconds, as libfuse has them. A number too
// large for a Duration means for ever.
func seconds(field func(*mountSettings) *time.Duration) func(*mountSettings, string) error {
	return func(m *mountSettings, v string) error {
		f, err := strconv.ParseFloat(v, 64)
		if err != nil || f < 0 || math.IsNaN(f) {
			return fmt.Errorf("%q is not a number of seconds such as 1 or 0.5", v)
		}
		*field(m) = math.MaxInt64
		if ns := f * float64(time.Second); ns < math.MaxInt64 {
			*field(m) = time.Duration(ns)
		}
		return nil
	}
}

// number reads a number, with K and M for powers of 1024.
func number(least, most int, field func(*mountSettings) *int) func(*mountSettings, string) error {
	o := xlator.Option{Type: xlator.Size, HasRange: true, Min: float64(least), Max: float64(most)}
	return func(m *mountSettings, v string) error {
		n, err := o.Parse(v, "")
		if err != nil {
			return err
		}
		*field(m) = int(n.(uint64))
		return nil
	}
}

// defaultSettings are what -o starts from. nosuid and nodev are libfuse's
// defaults: who may mount need not be who may make set-user-id programs.
func defaultSettings() mountSettings {
	m := mountSettings{Options: fuse.DefaultOptions()}
	m.MountFlags = unix.MS_NOSUID | unix.MS_NODEV
	return m
}

// parseMountOptions reads the values of all -o, in order: of two that
// contradict each other the later one counts. The error has everything that is
// wrong. sloppy ignores options that are not known, as mount -s asks.
func parseMountOptions(lists []string, sloppy bool) (mountSettings, error) {
	m := defaultSettings()
	var errs []error
	for _, list := range lists {
		for _, word := range splitCommas(list) {
			if err := m.parse(word, sloppy); err != nil {
				errs = append(errs, err)
			}
		}
	}
	return m, errors.Join(errs...)
}

// parse reads one word of -o. '-' and '_' are the same in it, as rclone's
// helper has it.
func (m *mountSettings) parse(word string, sloppy bool) error {
	name, value, hasValue := strings.Cut(word, "=")
	name = strings.TrimSpace(name)
	if name == "" && hasValue {
		return usage("an option is given as NAME or NAME=VALUE", "-o %s: a mount option has no name", word)
	}
	if name == "" || strings.HasPrefix(name, "x-") || strings.HasPrefix(name, "X-") || name == "comment" || slices.Contains(fstabOptions, name) {
		return nil
	}
	fold := strings.ReplaceAll(name, "-", "_")
	i := slices.IndexFunc(mountOptions, func(o mountOption) bool { return o.name == fold })
	if i < 0 {
		if hint, ok := otherOptions[fold]; ok && !sloppy {
			return usage(hint, "-o %s: windlass has no such option", name)
		}
		if sloppy {
			return nil
		}
		return usage(didYouMean(fops.Suggest(name, mountOptionNames()), "see: windlass man, MOUNT OPTIONS"), "-o %s: unknown mount option", name)
	}
	switch o := &mountOptions[i]; {
	case o.arg == "" && hasValue:
		return usage("", "-o %s: takes no value", name)
	case o.arg != "" && (!hasValue || value == ""):
		return usage("-o "+o.name+"="+o.arg, "-o %s: needs a value", name)
	default:
		if err := o.set(m, value); err != nil {
			return usage("", "-o %s: %v", name, err)
		}
	}
	return nil
}

func mountOptionNames() []string {
	names := slices.Clone(fstabOptions)
	for _, o := range mountOptions {
		names = append(names, o.name)
	}
	return names
}

// splitColons takes apart a list in which a backslash keeps a colon from
// meaning anything. Before other bytes the backslash stays: it is for the
// commas in a layer.
func splitColons(s string) []string {
	var out []string
	var cur strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			if s[i+1] != ':' {
				cur.WriteByte(s[i])
			}
			i++
			cur.WriteByte(s[i])
		case s[i] == ':':
			out = append(out, cur.String())
			cur.Reset()
		default:
			cur.WriteByte(s[i])
		}
	}
	return append(out, cur.String())
}

// splitCommas takes apart a list in which a backslash keeps the byte behind it,
// a comma for example, from meaning anything.
func splitCommas(s string) []string {
	var out []string
	var cur strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			cur.WriteByte(s[i])
		case s[i] == ',':
			out = append(out, cur.String())
			cur.Reset()
		default:
			cur.WriteByte(s[i])
		}
	}
	return append(out, cur.String())
}
