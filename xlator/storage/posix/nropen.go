package posix

import (
	"os"
	"strconv"
	"strings"
)

// nrOpen is the most files that the machine lets a process have, 0 if it does
// not say.
func nrOpen() uint64 {
	b, err := os.ReadFile("/proc/sys/fs/nr_open")
	if err != nil {
		return 0
	}
	n, err := strconv.ParseUint(strings.TrimSpace(string(b)), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
