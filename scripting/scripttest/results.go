package scripttest

// A Place is a line of a file.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Source string `json:"source,omitempty"`
}

// A Failure says why a test failed.
type Failure struct {
	Place
	Message string   `json:"message"`
	Values  []Value  `json:"values,omitempty"`
	Stack   []string `json:"stack,omitempty"` // file:line of calls inside the test, outermost first
	Logs    []string `json:"logs,omitempty"`  // what the translator said
}

// A Value is what an expression in an assert was.
type Value struct {
	Expr  string `json:"expr"`
	Value string `json:"value"`
}

// A Result is the outcome of one test.
type Result struct {
	Name    string   `json:"name"`
	Line    int      `json:"line"`
	Outcome Outcome  `json:"outcome"`
	Reason  string   `json:"reason,omitempty"` // why it was skipped
	Failure *Failure `json:"failure,omitempty"`
	Logs    []string `json:"-"`
}

// Outcome is how a test ended.
type Outcome string

// The outcomes of a test.
const (
	Passed  Outcome = "passed"
	Failed  Outcome = "failed"
	Skipped Outcome = "skipped"
)

// A FileResult is the outcome of one file.
type FileResult struct {
	File  string   `json:"file"`
	Tests []Result `json:"tests"`
	// Loaded are the scripts that its tests have read, for who wants to know
	// when to run them again.
	Loaded []string `json:"-"`
}

// Count returns how many tests ended so.
func (f *FileResult) Count(o Outcome) int {
	n := 0
	for i := range f.Tests {
		if f.Tests[i].Outcome == o {
			n++
		}
	}
	return n
}
