package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const helperUsage = "mount.windlass SOURCE MOUNTPOINT [-sfnv] [-o OPTIONS]"

// isMountHelper reports whether mount(8) has called this program, as
// /sbin/mount.windlass or mount.fuse.windlass.
func isMountHelper(argv0 string) bool { return strings.HasPrefix(filepath.Base(argv0), "mount.") }

// isFUSEHelper reports whether mount.fuse3(8) has called, for the type
// fuse.windlass or the source windlass#SOURCE. It knows of no verbs: it runs
// "windlass SOURCE MOUNTPOINT -o OPTIONS".
func isFUSEHelper(w *world) bool {
	if len(w.Args) != 5 || w.Args[3] != "-o" || strings.HasPrefix(w.Args[2], "-") {
		return false
	}
	if _, err := os.Stat(w.Args[1]); err != nil && !strings.Contains(w.Args[1], "/") {
		return false
	}
	return !slices.ContainsFunc(verbs(w), func(v verb) bool { return v.HasName(w.Args[1]) })
}

// helperArgs turns the words of a mount helper (mount(8), EXTERNAL HELPERS)
// into those of "windlass mount -d".
func helperArgs(words []string) ([]string, error) {
	out := []string{"windlass", "mount", "-d"}
	var args []string
	var errs []error
	for i := 0; i < len(words); i++ {
		w := words[i]
		if len(w) < 2 || w[0] != '-' {
			args = append(args, w)
			continue
		}
		for j := 1; j < len(w); j++ {
			flag := w[j]
			value := ""
			if strings.IndexByte("otN", flag) >= 0 {
				if value = w[j+1:]; value == "" && i+1 < len(words) {
					i++
					value = words[i]
				}
				if j = len(w); value == "" {
					errs = append(errs, usage(helperUsage, "mount.windlass: -%c needs a value", flag))
				}
			}
			switch flag {
			case 's':
				out = append(out, "--sloppy")
			case 'f':
				out = append(out, "--dry-run")
			case 'v':
				out = append(out, "--verbose")
			case 'r':
				out = append(out, "-o", "ro")
			case 'w':
				out = append(out, "-o", "rw")
			case 'o':
				out = append(out, "-o", value)
			case 'n', 't': // there is no mtab, and only one type
			case 'N':
				errs = append(errs, usage("nsenter --mount="+value+" mount …", "mount.windlass: -N: a mount in another namespace is not supported"))
			default:
				errs = append(errs, usage(helperUsage, "mount.windlass: unknown flag -%c", flag))
			}
		}
	}
	if len(args) != 2 {
		errs = append(errs, usage(helperUsage, "mount.windlass: two arguments are needed, not %d", len(args)))
	}
	return append(append(out, "--"), args...), errors.Join(errs...)
}
