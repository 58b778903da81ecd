package xlatortest

import (
	"fmt"
	"reflect"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// PassThrough checks a translator that, with these options, should change
// nothing: for every row of the table all arguments arrive below as they were
// sent, all values of the reply come back as they were answered, errors too,
// with one wind and one answer, whether the layer below answers at once or
// from another goroutine.
func PassThrough(t *testing.T, typ *xlator.Type, options Options) {
	t.Helper()
	for _, async := range []bool{false, true} {
		t.Run(fmt.Sprintf("async=%v", async), func(t *testing.T) {
			s := New(t, Layer{Type: typ, Options: options})
			s.Storage.Async(async)
			for op := range fops.Op(fops.NumOps) {
				for _, fail := range []bool{false, true} {
					if err := passOne(s, op, fail); err != nil {
						t.Errorf("%s, failing=%v: %v", op, fail, err)
					}
				}
			}
		})
	}
}

// passOne sends one fop through the layer and says what came out changed.
func passOne(s *Stack, op fops.Op, fail bool) error {
	row := op.Spec()
	d := &distinct{s: s}
	var in *fops.Args
	var out fops.Reply
	s.Storage.Reset()
	s.Storage.On(op, func(_ *fops.Args, r *fops.Reply) {
		d.fill(reflect.ValueOf(r).Elem(), row.Out, false)
		r.EntryTimeout, r.AttrTimeout = 3*time.Second, 5*time.Second
		switch op {
		case fops.OpReadv:
			r.OpRet = int64(len(r.Vector))
		case fops.OpReaddir, fops.OpReaddirp:
			r.OpRet = int64(len(r.Entries))
		case fops.OpWritev, fops.OpCopyFileRange, fops.OpIoctl:
			r.OpRet = 5
		}
		if fail {
			r.Fail(syscall.EXDEV)
		}
		out = *Copy(r)
	})
	defer s.Storage.On(op, nil)

	c := s.Graph.NewCall()
	a := c.Args(op)
	d.call = c
	d.fill(reflect.ValueOf(a).Elem(), row.In, true)
	in = CopyArgs(a)
	r := Copy(c.Do(a))
	own := same(reflect.ValueOf(in).Elem(), reflect.ValueOf(a).Elem(), row.In, true)
	c.End()

	asked := s.Storage.Asked(op)
	if len(asked) != 1 || len(s.Storage.Ops()) != 1 {
		return fmt.Errorf("the storage is asked for %v", s.Storage.Ops())
	}
	params := row.Out
	if fail {
		// Of a failure only the errno, the time-outs and xdata mean something.
		params = nil
		for _, p := range row.Out {
			if p.Out == "XData" {
				params = append(params, p)
			}
		}
	}
	switch err := same(reflect.ValueOf(in).Elem(), reflect.ValueOf(asked[0]).Elem(), row.In, true); {
	case own != nil:
		return fmt.Errorf("the caller's own arguments were changed: %w", own)
	case err != nil:
		return fmt.Errorf("arguments: %w", err)
	case out.OpRet != r.OpRet || out.OpErrno != r.OpErrno:
		return fmt.Errorf("the result was %d, %v and came out as %d, %v", out.OpRet, out.OpErrno, r.OpRet, r.OpErrno)
	case out.EntryTimeout != r.EntryTimeout || out.AttrTimeout != r.AttrTimeout:
		return fmt.Errorf("the time-outs came out as %v, %v", r.EntryTimeout, r.AttrTimeout)
	case s.Graph.Bugs() != 0:
		return fmt.Errorf("the graph contained a mistake: %s", s.Log())
	}
	if err := same(reflect.ValueOf(&out).Elem(), reflect.ValueOf(r).Elem(), params, false); err != nil {
		return fmt.Errorf("reply: %w", err)
	}
	return nil
}

// same compares the fields of a row in two records.
func same(want, got reflect.Value, ps []fops.Param, in bool) error {
	for _, p := range ps {
		name := p.Out
		if in {
			name = p.In
		}
		if name == "" {
			continue
		}
		w, g := want.FieldByName(name).Interface(), got.FieldByName(name).Interface()
		if !reflect.DeepEqual(w, g) {
			return fmt.Errorf("%s (%s): want %+v, got %+v", p.Name, name, w, g)
		}
	}
	return nil
}

// distinct fills records with values of which no two are equal, so that a
// field that is swapped, lost or left over is seen.
type distinct struct {
	s    *Stack
	call *xlator.Call
	n    int64
}

func (d *distinct) fill(rec reflect.Value, ps []fops.Param, in bool) {
	for _, p := range ps {
		name := p.Out
		if in {
			name = p.In
		}
		if name != "" {
			d.set(rec.FieldByName(name))
		}
	}
}

func (d *distinct) inode() *fops.Inode {
	in := fops.NewInode(d.s.Root().Slots())
	in.Generation = uint64(d.n) // so that no two are equal
	return in
}

func (d *distinct) set(v reflect.Value) {
	d.n++
	switch v.Interface().(type) {
	case fops.Loc:
		v.Set(reflect.ValueOf(fops.Loc{Inode: d.inode(), Parent: d.s.Root(), Name: fmt.Sprint("name", d.n)}))
		return
	case *fops.Inode:
		v.Set(reflect.ValueOf(d.inode()))
		return
	case *fops.Fd:
		slots := d.call.SpareFd(nil, 0, false).Slots()
		v.Set(reflect.ValueOf(fops.NewFd(d.inode(), uint32(d.n), false, slots)))
		return
	case *fops.Dict:
		x := &fops.Dict{}
		x.Set(fmt.Sprint("user.key", d.n), []byte(fmt.Sprint("value", d.n)))
		v.Set(reflect.ValueOf(x))
		return
	case fops.GFID:
		v.Set(reflect.ValueOf(fops.GFID{1: byte(d.n), 15: 0xee}))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("text", d.n))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 3, 3))
		for i := range v.Len() {
			d.set(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			d.set(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			d.set(v.Field(i))
		}
	case reflect.Uint8:
		v.SetUint(uint64(d.n)&0x7f + 1)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(d.n + 1000)
	case reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(d.n) + 1000)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("xlatortest: a field of kind " + v.Kind().String())
	}
}

// RequireNoAllocs checks that a translator with these options allocates
// nothing where it lets a fop through: fops of every class that a program
// often asks for, answered with success and with an error.
func RequireNoAllocs(t *testing.T, typ *xlator.Type, options Options) {
	t.Helper()
	if Race {
		t.Skip("the race detector allocates")
	}
	s := New(t, Layer{Type: typ, Options: options})
	s.Storage.Record(false)
	in, data := fops.NewInode(s.Root().Slots()), make([]byte, 4096)
	for _, errno := range []syscall.Errno{0, syscall.EACCES} {
		for _, op := range []fops.Op{fops.OpLookup, fops.OpStat, fops.OpFstat, fops.OpReadv, fops.OpWritev, fops.OpOpen, fops.OpFlush, fops.OpUnlink} {
			s.Storage.Handle(op, func(f *xlator.Frame, a *fops.Args) {
				r := f.NewReply(a.Op)
				switch {
				case errno != 0:
					r.Fail(errno)
				case a.Op == fops.OpReadv:
					r.Vector, r.OpRet = data, int64(len(data))
				}
				f.Unwind(r)
			})
			var fd *fops.Fd
			run := func() {
				c := s.Graph.NewCall()
				a := c.Args(op)
				if fd == nil {
					fd = fops.NewFd(in, 0, false, c.SpareFd(nil, 0, false).Slots())
				}
				switch op {
				case fops.OpLookup, fops.OpUnlink:
					a.Loc = fops.Loc{Parent: s.Root(), Name: "name", Inode: in}
				case fops.OpStat:
					a.Loc.Inode = in
				case fops.OpOpen:
					a.Loc.Inode, a.Fd = in, fd
				case fops.OpWritev:
					a.Fd, a.Vector = fd, data
				default:
					a.Fd = fd
				}
				c.Do(a)
				c.End()
			}
			run()
			require.Zero(t, testing.AllocsPerRun(200, run), "%s, errno %d", op, errno)
		}
	}
}
