package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/sys/unix"
)

// goneTimeout is how long a mount may take to leave the table of mounts after
// the kernel has agreed to remove it.
const goneTimeout = 10 * time.Second

func umountVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:        "umount",
			Aliases:     []string{"unmount"},
			Usage:       "unmount filesystems of windlass, and only those",
			ArgsUsage:   "MOUNTPOINT…",
			Category:    catMount,
			Description: "Returns when the mount is gone. The process that serves it then ends by itself.\nA mount whose server has died is removed too.",
			Flags: []cli.Flag{
				&cli.BoolFlag{Name: "lazy", Aliases: []string{"l"}, Usage: "detach it now, although files are open; they are served until they are closed"},
			},
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 1, -1); err != nil {
					return err
				}
				var errs []error
				for _, path := range c.Args().Slice() {
					errs = append(errs, w.umount(path, c.Bool("lazy")))
				}
				return errors.Join(errs...)
			},
		},
		[]example{
			{"windlass umount /mnt", ""},
			{"windlass umount -l /mnt /srv/stack", "although files are open"},
		},
	}
}

// umount removes the topmost mount from one path, if it is of windlass.
func (w *world) umount(arg string, lazy bool) error {
	path, err := w.resolveMountpoint(arg)
	if err != nil {
		return err
	}
	m, err := w.mountAt(path)
	switch {
	case err != nil:
		return err
	case m == nil:
		return fail(exitMountpoint, "findmnt -t "+fsType+" lists what is", "%s is not mounted", path)
	case m.FSType != fsType:
		return fail(exitMountpoint, "umount "+path, "%s is not a mount of windlass but of type %s", path, m.FSType)
	}
	noRight := fail(exitRuntime, "run as root, or as the one who mounted it", "%s: no right to unmount", path)
	// fusermount would say that it is in no table.
	if _, rest, ok := strings.Cut(","+m.VFSOptions, ",user_id="); ok && !w.Host.MayMount() {
		if uid, _, _ := strings.Cut(rest, ","); uid != strconv.Itoa(os.Getuid()) {
			return noRight
		}
	}
	switch err := w.detach(path, lazy); {
	case errors.Is(err, unix.EBUSY):
		return fail(exitRuntime, fmt.Sprintf("fuser -vm %s shows by whom; windlass umount -l %s detaches it", path, path), "%s is in use", path)
	case errors.Is(err, unix.EPERM):
		return noRight
	case err != nil:
		return fail(exitRuntime, "", "%s: %v", path, err)
	}
	// An id can be used again at once, so what is gone is this mount here.
	for deadline := time.Now().Add(goneTimeout); ; time.Sleep(5 * time.Millisecond) {
		now, err := w.mountAt(path)
		if err != nil || now == nil || now.ID != m.ID {
			return err
		}
		if time.Now().After(deadline) {
			return fail(exitRuntime, "", "%s is still mounted", path)
		}
	}
}
