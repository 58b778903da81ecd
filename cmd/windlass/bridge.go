package main

import (
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/fuse"
)

// mountGraph is host.Mount of the real world.
func mountGraph(g *xlator.Graph, mountpoint string, o fuse.Options) (server, error) {
	s, err := fuse.Mount(g, mountpoint, o)
	if err != nil {
		return nil, err // and not a *fuse.Server that is nil in an interface that is not
	}
	return s, nil
}
