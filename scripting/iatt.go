package scripting

import (
	"math"
	"strings"
	"syscall"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

// iattClass is Iatt: GlusterFS's names, and those of os.stat_result for the
// same values. A script that sets a value marks it as known.
var iattClass = newRecordClass("Iatt", "The attributes of an object. Iatt(ia_size=0, …) makes one.", iattAttrs())

type iattRecord = record[fops.Iatt]

// giveIatt is embedded memory for a view of an Iatt.
type iattView struct{ r iattRecord }

func (v *iattView) give(l *life, p *fops.Iatt) py.Object {
	v.r = iattRecord{l: l, p: p, class: iattClass}
	return &v.r
}

func iattAttrs() []attribute[fops.Iatt] {
	var out []attribute[fops.Iatt]
	// known lets an attribute set the flag of its field.
	known := func(a attribute[fops.Iatt], flag uint32) attribute[fops.Iatt] {
		set := a.set
		a.set = func(r *iattRecord, o py.Object) error {
			err := set(r, o)
			if err == nil {
				r.p.Flags |= flag
			}
			return err
		}
		return a
	}
	add := func(a attribute[fops.Iatt], flag uint32) {
		a = known(a, flag)
		out = append(out, a)
		switch a.name {
		case "ia_flags", "ia_attributes", "ia_attributes_mask", "ia_gfid", "ia_type", "ia_prot":
			return
		}
		a.name = "st_" + strings.TrimPrefix(a.name, "ia_")
		out = append(out, a)
	}
	type I = fops.Iatt
	add(number("ia_mode", func(p *I) *uint32 { return &p.Mode }), unix.STATX_MODE|unix.STATX_TYPE)
	add(attribute[I]{
		"ia_type", func(r *iattRecord) py.Object { return py.Int(r.p.Type()) },
		bits(func(p *I, v uint32) { p.Mode = p.Mode&^syscall.S_IFMT | v&syscall.S_IFMT }),
	}, unix.STATX_TYPE)
	add(attribute[I]{
		"ia_prot", func(r *iattRecord) py.Object { return py.Int(r.p.Prot()) },
		bits(func(p *I, v uint32) { p.Mode = p.Mode&syscall.S_IFMT | v&^syscall.S_IFMT }),
	}, unix.STATX_MODE)
	add(number("ia_ino", func(p *I) *uint64 { return &p.Ino }), unix.STATX_INO)
	add(number("ia_dev", func(p *I) *uint64 { return &p.Dev }), unix.STATX_BASIC_STATS)
	add(number("ia_nlink", func(p *I) *uint32 { return &p.Nlink }), unix.STATX_NLINK)
	add(number("ia_uid", func(p *I) *uint32 { return &p.UID }), unix.STATX_UID)
	add(number("ia_gid", func(p *I) *uint32 { return &p.GID }), unix.STATX_GID)
	add(number("ia_rdev", func(p *I) *uint64 { return &p.Rdev }), unix.STATX_BASIC_STATS)
	add(number("ia_size", func(p *I) *uint64 { return &p.Size }), unix.STATX_SIZE)
	add(number("ia_blksize", func(p *I) *uint32 { return &p.Blksize }), unix.STATX_BASIC_STATS)
	add(number("ia_blocks", func(p *I) *uint64 { return &p.Blocks }), unix.STATX_BLOCKS)
	for _, t := range []struct {
		name string
		at   func(p *I) *fops.Timespec
		flag uint32
	}{
		{"atime", func(p *I) *fops.Timespec { return &p.Atime }, unix.STATX_ATIME},
		{"mtime", func(p *I) *fops.Timespec { return &p.Mtime }, unix.STATX_MTIME},
		{"ctime", func(p *I) *fops.Timespec { return &p.Ctime }, unix.STATX_CTIME},
		{"btime", func(p *I) *fops.Timespec { return &p.Btime }, unix.STATX_BTIME},
	} {
		out = append(out,
			known(number("ia_"+t.name, func(p *I) *int64 { return &t.at(p).Sec }), t.flag),
			known(number("ia_"+t.name+"_nsec", func(p *I) *uint32 { return &t.at(p).Nsec }), t.flag),
			known(attribute[I]{"st_" + t.name, func(r *iattRecord) py.Object {
				ts := t.at(r.p)
				return py.Float(float64(ts.Sec) + float64(ts.Nsec)/1e9)
			}, func(r *iattRecord, o py.Object) error { return setSeconds(t.at(r.p), o) }}, t.flag),
			known(attribute[I]{"st_" + t.name + "_ns", func(r *iattRecord) py.Object {
				ts := t.at(r.p)
				return py.Int(ts.Sec*1e9 + int64(ts.Nsec))
			}, func(r *iattRecord, o py.Object) error { return setNanoseconds(t.at(r.p), o) }}, t.flag))
	}
	add(number("ia_attributes", func(p *I) *uint64 { return &p.Attributes }), 0)
	add(number("ia_attributes_mask", func(p *I) *uint64 { return &p.AttributesMask }), 0)
	add(number("ia_flags", func(p *I) *uint32 { return &p.Flags }), 0)
	out = append(out, attribute[I]{"ia_gfid", func(r *iattRecord) py.Object { return giveGFID(r.p.GFID) }, func(r *iattRecord, o py.Object) error {
		g, err := takeGFID(o)
		if err == nil {
			r.p.GFID = g
		}
		return err
	}})
	return out
}

func bits(set func(p *fops.Iatt, v uint32)) func(*iattRecord, py.Object) error {
	return func(r *iattRecord, o py.Object) error {
		v, wide, ok := integer(o)
		if !ok || wide || v < 0 || v > math.MaxUint32 {
			return typeName("an int in the range of the field")
		}
		set(r.p, uint32(v))
		return nil
	}
}

func setSeconds(t *fops.Timespec, o py.Object) error {
	f, ok := o.(py.Float)
	if !ok {
		v, wide, ok := integer(o)
		if !ok || wide {
			return typeName("a number of seconds")
		}
		*t = fops.Timespec{Sec: v}
		return nil
	}
	sec := math.Floor(float64(f))
	if math.IsNaN(float64(f)) || math.Abs(sec) > 1<<53 {
		return typeName("a number of seconds")
	}
	*t = fops.Timespec{Sec: int64(sec), Nsec: uint32((float64(f) - sec) * 1e9)}
	return nil
}

func setNanoseconds(t *fops.Timespec, o py.Object) error {
	v, wide, ok := integer(o)
	if !ok || wide {
		return typeName("a number of nanoseconds")
	}
	sec, nsec := v/1e9, v%1e9
	if nsec < 0 {
		sec, nsec = sec-1, nsec+1e9
	}
	*t = fops.Timespec{Sec: sec, Nsec: uint32(nsec)}
	return nil
}
