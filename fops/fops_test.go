package fops_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
)

// TestTable holds what everything generated relies on.
func TestTable(t *testing.T) {
	require.Len(t, fops.Specs(), fops.NumOps)
	args, reply := reflect.TypeFor[fops.Args](), reflect.TypeFor[fops.Reply]()
	gluster := 0
	for i, s := range fops.Specs() {
		op, ok := fops.ParseOp(s.Name)
		require.True(t, ok)
		require.Equal(t, fops.Op(i), op)
		require.Equal(t, s.Name, op.String())
		require.NotEmpty(t, s.Doc, s.Name)
		if s.GF != 0 {
			gluster++
		}
		for _, side := range []struct {
			params []fops.Param
			record reflect.Type
			place  func(fops.Param) string
		}{
			{s.In, args, func(p fops.Param) string { return p.In }},
			{s.Out, reply, func(p fops.Param) string { return p.Out }},
		} {
			var names, places []string
			for _, p := range side.params {
				require.NotContains(t, names, p.Name, "%s: two parameters of one name", s.Name)
				names = append(names, p.Name)
				if p.Const != "" {
					continue
				}
				require.NotContains(t, places, side.place(p), "%s: two parameters in one place", s.Name)
				places = append(places, side.place(p))
				f, ok := side.record.FieldByName(side.place(p))
				require.True(t, ok, "%s: %s has no place in %s", s.Name, p.Name, side.record)
				typ := strings.TrimPrefix(p.Go, "*")
				if !p.ByRef {
					typ = p.Go
				}
				require.Equal(t, typ, strings.ReplaceAll(f.Type.String(), "uint8", "byte"), "%s: %s", s.Name, p.Name)
			}
		}
		if s.Name != "getspec" {
			require.True(t, slices.ContainsFunc(s.In, func(p fops.Param) bool { return p.Name == "xdata" }), s.Name)
		}
	}
	require.Equal(t, 54, gluster, "the fops of GlusterFS's generator")
	_, ok := fops.ParseOp("lookupp")
	require.False(t, ok)
}

// TestReset: a record that was used is empty for its next fop, in the fields
// that mean something.
func TestReset(t *testing.T) {
	for i := range fops.NumOps {
		op := fops.Op(i)
		a, r := &fops.Args{}, &fops.Reply{}
		fill(reflect.ValueOf(a).Elem())
		fill(reflect.ValueOf(r).Elem())
		a.Reset(op)
		r.Reset(op)
		require.Equal(t, op, a.Op)
		require.Zero(t, r.OpRet)
		require.Zero(t, r.OpErrno)
		require.Equal(t, fops.DefaultTimeout, r.EntryTimeout)
		for _, p := range op.Spec().In {
			if p.Const == "" {
				require.True(t, reflect.ValueOf(a).Elem().FieldByName(p.In).IsZero(), "%s: %s", op, p.Name)
			}
		}
		for _, p := range op.Spec().Out {
			if p.Const == "" {
				require.True(t, reflect.ValueOf(r).Elem().FieldByName(p.Out).IsZero(), "%s: %s", op, p.Name)
			}
		}
	}
}

// fill gives each field that can be set some value.
func fill(v reflect.Value) {
	for i := range v.NumField() {
		f := v.Field(i)
		switch f.Kind() {
		case reflect.Int16, reflect.Int32, reflect.Int64:
			f.SetInt(7)
		case reflect.Uint8, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
			f.SetUint(7)
		case reflect.String:
			f.SetString("x")
		case reflect.Slice:
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
		case reflect.Pointer:
			f.Set(reflect.New(f.Type().Elem()))
		case reflect.Struct:
			if f.CanSet() {
				fill(f)
			}
		}
	}
}

func TestSuggest(t *testing.T) {
	for word, want := range map[string]string{
		"lookupp": "lookup", "redv": "readv", "WRITEV": "writev", "copy-file-range": "copy_file_range", "raedv": "readv", "zzzzz": "", "": "",
	} {
		require.Equal(t, want, fops.Suggest(word, fops.Names()), word)
	}
}

func TestPaths(t *testing.T) {
	root := fops.NewInode(0)
	root.GFID = fops.RootGFID
	dir, file := fops.NewInode(0), fops.NewInode(0)
	dir.GFID, file.GFID = fops.GFID{1}, fops.GFID{2}
	require.Equal(t, "/", root.Path())
	require.Equal(t, "<gfid:02000000-0000-0000-0000-000000000000>", file.Path())
	dir.SetName(root, "dir")
	file.SetName(dir, "file")
	require.Equal(t, "/dir/file", file.Path())
	require.Equal(t, "/dir/new", (&fops.Loc{Parent: dir, Name: "new"}).Path())
	require.Equal(t, "/new", (&fops.Loc{Parent: root, Name: "new"}).Path())
	require.Equal(t, "/dir/file", (&fops.Loc{Inode: file}).Path())
	dir.SetName(root, "moved")
	require.Equal(t, "/moved/file", file.Path())
	dir.SetName(file, "cycle")
	require.NotEmpty(t, file.Path(), "names that form a cycle end all the same")
}

func TestContexts(t *testing.T) {
	in := fops.NewInode(2)
	require.Nil(t, in.Ctx(0))
	require.False(t, in.HasCtx())
	require.Nil(t, in.SetCtx(0, "a"))
	require.Equal(t, "a", in.SetCtx(0, "b"))
	now, set := in.SetCtxIfNone(0, "c")
	require.Equal(t, "b", now)
	require.False(t, set)
	now, set = in.SetCtxIfNone(1, "c")
	require.Equal(t, "c", now)
	require.True(t, set)
	require.Equal(t, "b", in.SetCtx(0, nil))
	require.True(t, in.HasCtx())
	require.Nil(t, in.SetCtx(5, "x"), "a slot that nobody gave out keeps nothing")
	require.Nil(t, in.Ctx(-1))
}

func TestDict(t *testing.T) {
	var none *fops.Dict
	require.Zero(t, none.Len())
	_, ok := none.Get("x")
	require.False(t, ok)
	d := &fops.Dict{}
	d.Set("b", []byte("1"))
	d.Set("a", int64(2))
	d.Set("b", "3")
	require.Equal(t, []fops.Pair{{Key: "b", Value: "3"}, {Key: "a", Value: int64(2)}}, d.Pairs())
	v, ok := d.Bytes("b")
	require.True(t, ok)
	require.Equal(t, "3", string(v))
	_, ok = d.Bytes("a")
	require.False(t, ok)
	c := d.Clone()
	d.Del("b")
	require.Equal(t, 1, d.Len())
	require.Equal(t, 2, c.Len())
	c.Clear()
	require.Zero(t, c.Len())
}
