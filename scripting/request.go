package scripting

import (
	"syscall"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// A request is this translator's part in one request, and the Frame object of
// the script. It is read and changed under its lane's lock only.
//
// It is made anew for each request, with the objects for its arguments inside,
// and left to the collector: a script may have kept a pointer to any of them.
type request struct {
	life
	f     *xlator.Frame
	op    fops.Op
	args  *fops.Args // what came down
	local py.Object
	id    int64 // what dl.get_id() of module gluster gave

	// pending counts winds whose callback has not run yet.
	pending int
	winds   int // so far
	unwound bool
	// handed is set where a child's reply is the answer, because the class has
	// no callback for it: nothing of the frame is the script's any more.
	handed bool
	// probe is set for the request that decides whether the breaker closes.
	probe bool
	// held is set by frame.hold(); parked while it is all that keeps the frame
	// open. answered is closed when a parked frame is not parked any more; stop
	// stops the clock of hold-timeout.
	held, parked bool
	answered     chan struct{}
	stop         func()
	// busy is set while the acts of one call, several of them, are carried
	// out: what callbacks that run meanwhile want waits in queue. Without that
	// an answer to the first of two winds could close the frame before the
	// second wind.
	busy  bool
	queue []act

	obj argObjects
}

func newRequest(l *lane, f *xlator.Frame, op fops.Op, a *fops.Args) *request {
	x := &request{life: life{lane: l, what: op.String()}, f: f, op: op, args: a}
	x.req = x
	f.Local = x
	l.open++
	return x
}

// argObjects is memory for the objects of a fop's arguments, replyObjects for
// those of a reply. Their fields have the names of the record's.
type argObjects struct {
	Loc, Loc2   locObject
	Fd, Fd2     fdObject
	Dict, XData dictObject
	Buf         iattView
	Vector      bufferObject
}

type replyObjects struct {
	Inode                       inodeObject
	Fd                          fdObject
	Dict, XData                 dictObject
	Buf, Pre, Post, Pre2, Post2 iattView
	Vector                      bufferObject
}

// bind is one fop's conversions; see z_bind.go.
type bind struct {
	giveIn  func(l *life, o *argObjects, a *fops.Args, v []py.Object)
	takeIn  func(k *taker, v []py.Object, a *fops.Args)
	giveOut func(l *life, o *replyObjects, r *fops.Reply, v []py.Object)
	takeOut func(k *taker, v []py.Object, r *fops.Reply)
}

// An act is what a script wants done. It is recorded while the script runs and
// carried out when its lane is free again, so that no lane is held while a
// child works.
type act struct {
	kind actKind
	// drop gives the hold of a parked frame back, with its last act.
	drop   bool
	errno  uint16
	child  int32
	x      *request // nil for actRun
	cookie py.Object
	cbk    xlator.Cbk
	args   *fops.Args
	reply  *fops.Reply
	run    func()
}

type actKind uint8

const (
	actNone actKind = iota
	actWind
	actUnwind
	actFail
	actTail
	actRun
)

// perform carries an act out. No lane is locked.
func (a *act) perform() {
	a.do()
	if a.drop {
		a.x.f.Drop()
	}
}

// do is perform but for the drop.
func (a *act) do() {
	switch a.kind {
	case actWind:
		if a.cookie != nil {
			a.x.f.WindCookie(int(a.child), a.cookie, a.args, a.cbk)
		} else {
			a.x.f.Wind(int(a.child), a.args, a.cbk)
		}
	case actUnwind:
		a.x.f.Unwind(a.reply)
	case actFail:
		a.x.f.Fail(syscall.Errno(a.errno))
	case actTail:
		a.x.f.Tail(a.args)
	case actRun:
		a.run()
	}
}

// performAll carries out the acts of one call, and then what callbacks wanted
// meanwhile. A frame that was parked stays open until all of that is done.
func (l *lane) performAll(acts []act) {
	for i := range acts {
		acts[i].do()
	}
	for i := range acts {
		x := acts[i].x
		if x == nil || !x.last(acts[i+1:]) {
			continue
		}
		drops := 0
		for j := range acts[:i+1] {
			if acts[j].drop && acts[j].x == x {
				drops++
			}
		}
		for {
			l.mu.Lock()
			queue := x.queue
			x.queue = nil
			if len(queue) == 0 {
				x.busy = false
			}
			l.mu.Unlock()
			if len(queue) == 0 {
				break
			}
			for j := range queue {
				queue[j].do()
				if queue[j].drop {
					drops++
				}
			}
		}
		for range drops {
			x.f.Drop()
		}
	}
}

// last reports whether none of the acts is the frame's. Its queue is emptied
// once only: as soon as the frame is not busy any more another call may make
// it so, whose acts must not be carried out here.
func (x *request) last(acts []act) bool {
	for i := range acts {
		if acts[i].x == x {
			return false
		}
	}
	return true
}

// schedule decides what becomes of the acts of the call that has ended: one
// that can be carried out at once, the usual case, or several.
func (l *lane) schedule() (one act, more []act) {
	acts := l.acts
	if len(acts) == 1 {
		a := acts[0]
		acts[0] = act{}
		l.acts = acts[:0]
		if a.x != nil {
			a.x.close()
			if a.x.busy {
				a.x.queue = append(a.x.queue, a)
				return act{}, nil
			}
		}
		return a, nil
	}
	for i := range acts {
		a := &acts[i]
		if a.x == nil {
			more = append(more, *a)
			continue
		}
		a.x.close()
		if a.x.busy {
			a.x.queue = append(a.x.queue, *a)
			continue
		}
		more = append(more, *a)
	}
	for i := range more {
		if x := more[i].x; x != nil {
			x.busy = true
		}
	}
	clear(acts)
	l.acts = acts[:0]
	return act{}, more
}

// close ends the life of the request's objects if no more of it will come.
func (x *request) close() {
	if !x.over && (x.unwound || x.handed) && x.pending == 0 {
		x.over = true
		x.lane.open--
		if x.probe {
			x.lane.host.mended()
		}
	}
}
