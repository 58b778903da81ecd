package xlator_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/volfile"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// dial is a translator whose one option says which fop it handles, with a
// callback that must see every reply to it.
type dial struct {
	op         atomic.Int64
	down, seen atomic.Int64
	refuse     error
	panics     bool
	said       []string
}

func (d *dial) Bind(b *xlator.Bindings) {
	op := fops.Op(d.op.Load())
	b.Fop[op] = func(f *xlator.Frame, a *fops.Args) {
		d.down.Add(1)
		f.Local = d
		f.Wind(0, a, nil)
	}
	b.Cbk[op] = func(f *xlator.Frame, _ any, r *fops.Reply) {
		if f.Local == any(d) {
			d.seen.Add(1)
		}
		f.Unwind(r)
	}
}

func (d *dial) Reconfigure(r *xlator.Reconfiguration) (*xlator.Change, error) {
	op, _ := fops.ParseOp(r.Options.Text("op"))
	if d.panics {
		panic("oh")
	}
	if d.refuse != nil {
		return nil, d.refuse
	}
	if op == fops.Op(d.op.Load()) {
		return nil, nil
	}
	d.said = append(d.said, "prepare")
	return &xlator.Change{
		Notes:  []string{"turned"},
		Commit: func() { d.op.Store(int64(op)); d.said = append(d.said, "commit") },
		Abort:  func() { d.said = append(d.said, "abort") },
	}, nil
}

func dialType(made *[]*dial) *xlator.Type {
	return &xlator.Type{
		Name: "test/dial", MinChildren: 1, MaxChildren: 1,
		Options: []xlator.Option{
			{Key: "op", Type: xlator.Str, Default: "stat", Settable: true},
			{Key: "fixed", Type: xlator.Int, Default: "1"},
		},
		New: func(this *xlator.Node) (any, error) {
			d := &dial{}
			op, _ := fops.ParseOp(this.Options.Text("op"))
			d.op.Store(int64(op))
			*made = append(*made, d)
			return d, nil
		},
	}
}

func parse(t testing.TB, text string) *xlator.Spec {
	t.Helper()
	spec, err := volfile.Parse("test.vol", []byte(text))
	require.NoError(t, err)
	return spec
}

const twoDials = "volume s\n type test/storage\nend-volume\nvolume a\n type test/dial\n %s\n subvolumes s\nend-volume\nvolume b\n type test/dial\n %s\n subvolumes a\nend-volume\n"

func TestReconfigureAllOrNone(t *testing.T) {
	var made []*dial
	s := xlatortest.NewVolfile(t, fmt.Sprintf(twoDials, "", ""), dialType(&made))
	a, b := made[0], made[1]
	stat := func() { s.Do(fops.OpStat, func(a *fops.Args) { a.Loc.Inode = s.Root() }) }
	stat()
	require.Equal(t, int64(1), a.seen.Load())

	changed, err := s.Graph.Reconfigure(parse(t, fmt.Sprintf(twoDials, "", "")))
	require.NoError(t, err)
	require.Empty(t, changed)

	changed, err = s.Graph.Reconfigure(parse(t, fmt.Sprintf(twoDials, "option op statfs", "option log-level error")))
	require.NoError(t, err)
	require.Equal(t, []xlator.Changed{{Volume: "a", Notes: []string{"option op: statfs, was stat", "turned"}}, {Volume: "b", Notes: []string{"option log-level: error, was info"}}}, changed)
	stat()
	require.Equal(t, int64(1), a.seen.Load(), "a does not handle stat any more")
	require.Equal(t, int64(2), b.seen.Load())
	s.Do(fops.OpStatfs, func(a *fops.Args) { a.Loc.Inode = s.Root() })
	require.Equal(t, int64(2), a.seen.Load())
	require.Equal(t, "statfs", s.Node("a").Options.Text("op"))
	fop, cbk := s.Node("a").Handles(fops.OpStatfs)
	require.True(t, fop && cbk)

	a.said, b.refuse = nil, errors.New("not now")
	_, err = s.Graph.Reconfigure(parse(t, fmt.Sprintf(twoDials, "option op stat", "")))
	require.EqualError(t, err, `test.vol:9:8: volume "b": not now`)
	require.Equal(t, []string{"prepare", "abort"}, a.said)
	require.Equal(t, "statfs", s.Node("a").Options.Text("op"))
	b.refuse, b.panics = nil, true
	_, err = s.Graph.Reconfigure(parse(t, fmt.Sprintf(twoDials, "option op stat", "")))
	require.ErrorContains(t, err, `test.vol:9:8: volume "b": it panics: oh`)
	require.Equal(t, []string{"prepare", "abort", "prepare", "abort"}, a.said)
	b.panics = false

	_, err = s.Graph.Reconfigure(parse(t, fmt.Sprintf(twoDials, "option pass-through on", "")))
	require.NoError(t, err)
	s.Do(fops.OpStatfs, func(a *fops.Args) { a.Loc.Inode = s.Root() })
	require.Equal(t, int64(2), a.seen.Load(), "passed by")
	s.Close()
	_, err = s.Graph.Reconfigure(parse(t, fmt.Sprintf(twoDials, "", "")))
	require.ErrorIs(t, err, xlator.ErrOver)
}

func TestReconfigureRefuses(t *testing.T) {
	var made []*dial
	was := fmt.Sprintf(twoDials, "", "")
	s := xlatortest.NewVolfile(t, was, dialType(&made))
	const keeps = " (a graph that serves keeps its shape: unmount it and mount it anew)"
	for name, tc := range map[string]struct{ text, want string }{
		"fixed option":   {fmt.Sprintf(twoDials, "option fixed 2", ""), `test.vol:6:9: volume "a": option fixed is 1 and cannot change to 2 while the graph serves (unmount it and mount it anew)`},
		"unknown option": {fmt.Sprintf(twoDials, "option opp x", ""), `test.vol:6:9: volume "a": test/dial has no option "opp" (did you mean "op"?)`},
		"bad value":      {fmt.Sprintf(twoDials, "option fixed x", "option pass-through 7"), "test.vol:6:15: volume \"a\": option fixed: \"x\" is not a whole number\ntest.vol:11:22: volume \"b\": option pass-through: \"7\" is neither on nor off"},
		"new volume":     {was + "volume c\n type test/dial\n subvolumes b\nend-volume\n", `test.vol:14:8: volume "c" is new` + keeps},
		"missing volume": {was[:strings.Index(was, "volume b")], `test.vol: volume "b" is missing` + keeps},
		"another type":   {strings.Replace(was, "test/dial", "test/storage", 1), `test.vol:5:7: volume "a" is of type test/dial and would be of type "test/storage"` + keeps},
		"other children": {strings.Replace(was, "subvolumes a", "subvolumes s", 1), `test.vol:9:8: volume "b" would have other subvolumes` + keeps},
		"twice":          {was + "volume b\n type test/dial\n subvolumes a\nend-volume\n", `test.vol:14:8: volume "b" is defined twice (first defined at test.vol:9:8)`},
	} {
		t.Run(name, func(t *testing.T) {
			changed, err := s.Graph.Reconfigure(parse(t, tc.text))
			require.EqualError(t, err, tc.want)
			require.Nil(t, changed)
			require.IsType(t, xlator.Problems{}, err)
		})
	}
	for _, d := range made {
		require.Empty(t, d.said)
	}
}

// TestReconfigureUnderLoad turns the dials while requests are under way: each
// reply comes to the callback of the handler that wound.
func TestReconfigureUnderLoad(t *testing.T) {
	var made []*dial
	s := xlatortest.NewVolfile(t, fmt.Sprintf(twoDials, "", ""), dialType(&made))
	s.Storage.Record(false)
	s.Storage.Async(true)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for g := range 4 {
		op := fops.OpStat
		if g%2 == 1 {
			op = fops.OpStatfs
		}
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if r := s.Do(op, func(a *fops.Args) { a.Loc.Inode = s.Root() }); r.OpErrno != syscall.Errno(0) {
					t.Errorf("%s: %v", op, r.OpErrno)
					return
				}
			}
		})
	}
	specs := []*xlator.Spec{parse(t, fmt.Sprintf(twoDials, "option op statfs", "")), parse(t, fmt.Sprintf(twoDials, "", "option op statfs")), parse(t, fmt.Sprintf(twoDials, "option pass-through on", "option op statfs"))}
	for i := range 300 {
		if _, err := s.Graph.Reconfigure(specs[i%len(specs)]); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	wg.Wait()
	for _, d := range made {
		require.Equal(t, d.down.Load(), d.seen.Load())
	}
}
