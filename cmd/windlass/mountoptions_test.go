package main

import (
	"bytes"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

func TestMountOptions(t *testing.T) {
	for _, tc := range []struct {
		in   []string
		want func(*mountSettings)
	}{
		{nil, func(*mountSettings) {}},
		{[]string{""}, func(*mountSettings) {}},
		{[]string{"ro"}, func(m *mountSettings) { m.ReadOnly = true }},
		{[]string{"ro,rw"}, func(*mountSettings) {}},
		{[]string{"rw", "ro"}, func(m *mountSettings) { m.ReadOnly = true }},
		{[]string{"allow_other,no_default_permissions"}, func(m *mountSettings) { m.AllowOther, m.DefaultPermissions = true, false }},
		{[]string{"allow-other"}, func(m *mountSettings) { m.AllowOther = true }},
		{[]string{"no_default_permissions,default_permissions"}, func(*mountSettings) {}},
		{[]string{"entry_timeout=0.25,attr_timeout=0,negative_timeout=60"}, func(m *mountSettings) {
			m.EntryTimeout, m.AttrTimeout, m.NegativeTimeout = 250*time.Millisecond, 0, time.Minute
		}},
		{[]string{"attr_timeout=1e300"}, func(m *mountSettings) { m.AttrTimeout = math.MaxInt64 }},
		{[]string{"max_write=128k,max_background=7"}, func(m *mountSettings) { m.MaxWrite, m.MaxBackground = 128<<10, 7 }},
		{[]string{"max_write=4096"}, func(m *mountSettings) { m.MaxWrite = 4096 }},
		{[]string{"noexec,noatime"}, func(m *mountSettings) { m.MountFlags |= unix.MS_NOEXEC | unix.MS_NOATIME }},
		{[]string{"suid,dev"}, func(m *mountSettings) { m.MountFlags = 0 }},
		{[]string{"suid,nosuid"}, func(*mountSettings) {}},
		{[]string{"noacl,direct_io,kernel_cache,debug,auto_unmount,nonempty"}, func(m *mountSettings) {
			m.ACL, m.DirectIO, m.KernelCache, m.Debug, m.AutoUnmount, m.NonEmpty = false, true, true, true, true, true
		}},
		{[]string{`fsname=a\,b,subtype=x`}, func(m *mountSettings) { m.FsName, m.Subtype = "a,b", "x" }},
		{[]string{"modules=trace:a.py", "modules=x/y"}, func(m *mountSettings) { m.Modules = []string{"trace", "a.py", "x/y"} }},
		{[]string{`modules=a\\:b.py:trace\,style=long\,x=y\\\,z`}, func(m *mountSettings) { m.Modules = []string{"a:b.py", `trace,style=long,x=y\,z`} }},
		{[]string{"log=/l,log-format=json,dump_dir=/d,xlator_option=a.b=c=d"}, func(m *mountSettings) {
			m.Log, m.LogFormat, m.DumpDir, m.Overrides = "/l", "json", "/d", []string{"a.b=c=d"}
		}},
		{[]string{"context=system_u:object_r:x:s0"}, func(m *mountSettings) { m.Extra = []string{"context=system_u:object_r:x:s0"} }},
		{[]string{"_netdev,nofail,user,users,auto,noauto,defaults,owner,group,x-systemd.automount,x-initrd.mount,X-mount.mkdir=0755,comment=hello"}, func(*mountSettings) {}},
	} {
		m, err := parseMountOptions(tc.in, false)
		require.NoError(t, err, "%q", tc.in)
		want := defaultSettings()
		tc.want(&want)
		require.Equal(t, want, m, "%q", tc.in)
	}
}

func TestWrongMountOptions(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"allow_othr", "windlass: -o allow_othr: unknown mount option\n  hint: did you mean \"allow_other\"?\n"},
		{"nofial", "windlass: -o nofial: unknown mount option\n  hint: did you mean \"nofail\"?\n"},
		{"zzzzzzzzz", "windlass: -o zzzzzzzzz: unknown mount option\n  hint: see: windlass man, MOUNT OPTIONS\n"},
		{"allow_root", "windlass: -o allow_root: windlass has no such option\n  hint: use allow_other\n"},
		{"=x", "windlass: -o =x: a mount option has no name\n  hint: an option is given as NAME or NAME=VALUE\n"},
		{"ro=1", "windlass: -o ro: takes no value\n"},
		{"fsname", "windlass: -o fsname: needs a value\n  hint: -o fsname=NAME\n"},
		{"fsname=", "windlass: -o fsname: needs a value\n  hint: -o fsname=NAME\n"},
		{"entry_timeout=-1", "windlass: -o entry_timeout: \"-1\" is not a number of seconds such as 1 or 0.5\n"},
		{"entry_timeout=nan", "windlass: -o entry_timeout: \"nan\" is not a number of seconds such as 1 or 0.5\n"},
		{"max_write=1", "windlass: -o max_write: 1 is outside the range 4096 to 1048576\n"},
		{"max_write=x", "windlass: -o max_write: \"x\" is not a size like 4096, 64KB or 2GB\n"},
		{"modules=a:", "windlass: -o modules: a layer has no name\n"},
		{"foo,ro=1", "windlass: -o foo: unknown mount option\n  hint: see: windlass man, MOUNT OPTIONS\nwindlass: -o ro: takes no value\n"},
	} {
		_, err := parseMountOptions([]string{tc.in}, false)
		var b bytes.Buffer
		require.Equal(t, exitUsage, report(&b, err), tc.in)
		require.Equal(t, tc.want, b.String())
	}
	_, err := parseMountOptions([]string{"foo,allow_root,bar=1"}, true)
	require.NoError(t, err, "sloppy")
	_, err = parseMountOptions([]string{"ro=1"}, true)
	require.Error(t, err, "sloppy does not forgive wrong values")
}

// TestMountOptionTable makes sure that the manual can be believed: each option
// can be given, and what is ignored is not also an option.
func TestMountOptionTable(t *testing.T) {
	values := map[string]string{"SECONDS": "1", "SIZE": "4096", "N": "1", "text|json": "json"}
	seen := make(map[string]bool)
	for _, name := range fstabOptions {
		seen[name] = true
	}
	for name := range otherOptions {
		seen[name] = true
	}
	for _, o := range mountOptions {
		require.False(t, seen[o.name], o.name)
		seen[o.name] = true
		word := o.name
		if o.arg != "" {
			v := values[o.arg]
			if v == "" {
				v = "x"
			}
			word += "=" + v
		}
		_, err := parseMountOptions([]string{word}, false)
		require.NoError(t, err)
		require.NotEmpty(t, o.doc)
	}
}

func TestHelperArgs(t *testing.T) {
	for _, tc := range []struct {
		in   []string
		want []string
	}{
		{[]string{"src", "/mnt"}, []string{"windlass", "mount", "-d", "--", "src", "/mnt"}},
		{[]string{"src", "/mnt", "-o", "rw,noauto"}, []string{"windlass", "mount", "-d", "-o", "rw,noauto", "--", "src", "/mnt"}},
		{[]string{"-sfnv", "src", "/mnt", "-oro"}, []string{"windlass", "mount", "-d", "--sloppy", "--dry-run", "--verbose", "-o", "ro", "--", "src", "/mnt"}},
		{[]string{"src", "/mnt", "-n", "-r", "-t", "fuse.windlass", "-w"}, []string{"windlass", "mount", "-d", "-o", "ro", "-o", "rw", "--", "src", "/mnt"}},
		{[]string{"-", "/mnt", "-vo", "rw"}, []string{"windlass", "mount", "-d", "--verbose", "-o", "rw", "--", "-", "/mnt"}},
	} {
		got, err := helperArgs(tc.in)
		require.NoError(t, err)
		require.Equal(t, tc.want, got)
	}
	_, err := helperArgs([]string{"src", "-z", "-N", "5", "-o"})
	var b bytes.Buffer
	require.Equal(t, exitUsage, report(&b, err))
	require.Equal(t, "windlass: mount.windlass: unknown flag -z\n  hint: "+helperUsage+
		"\nwindlass: mount.windlass: -N: a mount in another namespace is not supported\n  hint: nsenter --mount=5 mount …\n"+
		"windlass: mount.windlass: -o needs a value\n  hint: "+helperUsage+
		"\nwindlass: mount.windlass: two arguments are needed, not 1\n  hint: "+helperUsage+"\n", b.String())
	for name, want := range map[string]bool{"/sbin/mount.windlass": true, "mount.fuse.windlass": true, "windlass": false, "/mount.d/windlass": false} {
		require.Equal(t, want, isMountHelper(name), name)
	}
}
