package scripting_test

import (
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

func TestCodeOfAVolume(t *testing.T) {
	const code = `
    OPTIONS = [Option("limit", "int", default=3)]
    API = 1
    count = 0

    def helper(self):
        self.count += 1
        return self.count > self.options["limit"]

    def unlink_fop(self, frame, this, loc, flags, xdata): raise OSError(errno.EPERM)

    def lookup_fop(self, frame, this, loc, xdata):
        if self.helper():
            raise OSError(errno.EBUSY)
        frame.wind()
`
	s := xlatortest.New(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"inline-code": code, "limit": "1"}})
	look := func() syscall.Errno {
		r := s.Do(fops.OpLookup, func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: "x"} })
		return r.OpErrno
	}
	require.Equal(t, syscall.ENOENT, look())
	require.Equal(t, syscall.EBUSY, look())
	r := s.Do(fops.OpUnlink, func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: "x"} })
	require.Equal(t, syscall.EPERM, r.OpErrno)
}

func TestCodeWithAClass(t *testing.T) {
	const code = "class deny(Translator):\n    def unlink_fop(self, frame, this, loc, flags, xdata):\n        raise OSError(errno.EPERM)\n"
	s := xlatortest.New(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"inline-code": code}})
	r := s.Do(fops.OpUnlink, func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: "x"} })
	require.Equal(t, syscall.EPERM, r.OpErrno)
}

func TestWrongCode(t *testing.T) {
	for code, want := range map[string]string{
		"def f(:":                           "SyntaxError",
		"x = 1":                             "the code defines no method of a translator",
		"\x00":                              "a NUL byte",
		"def lookup_fop(self, frame): pass": "method lookup_fop takes 2 arguments and is called with 5",
		"def lokup_fop(self, frame, this, loc, xdata): pass":               "did you mean lookup_fop?",
		"def lookup_fop(self, frame, this, loc, xdata): pass\nnothing":     "NameError",
		"API = 99\ndef lookup_fop(self, frame, this, loc, xdata): pass":    "written for API 99",
		"OPTIONS = 5\ndef lookup_fop(self, frame, this, loc, xdata): pass": "OPTIONS",
	} {
		require.Contains(t, xlatortest.Problems(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"inline-code": code}}), want, code)
	}
	got := xlatortest.Problems(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"inline-code": "x", "script": "y.py"}})
	require.Contains(t, got, `both script and inline-code are given (one of them is enough)`)
}
