package integration

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// sh runs a shell script in a directory and returns what it prints.
func sh(t *testing.T, dir, script string, env ...string) string {
	t.Helper()
	cmd := exec.Command("bash", "-euo", "pipefail", "-c", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s\n%s", script, tail(string(out), 40))
	return string(out)
}

// need skips a test where a program is missing, as on a machine without the
// packages that "make test" installs.
func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("%s is not installed; make test installs it", p)
		}
	}
}

// TestWorkloads runs what people run on a filesystem, in a mount where a
// script intercepts every fop.
func TestWorkloads(t *testing.T) {
	needMount(t)
	all := stacks(t)
	src := t.TempDir()
	m := mountWith(t, plainBin, src, all[len(all)-1].args(src, []string{"allow_other", "suid", "dev"})...)
	dir := func(t *testing.T) string {
		d := filepath.Join(m.mnt, filepath.Base(t.Name()))
		require.NoError(t, os.Mkdir(d, 0o755))
		return d
	}
	goroot := strings.TrimSpace(sh(t, ".", "go env GOROOT"))

	t.Run("go-tree", func(t *testing.T) {
		need(t, "tar", "diff")
		d := dir(t)
		// SOURCE_TREE=src is the whole tree; a part of it keeps the run short.
		part := os.Getenv("SOURCE_TREE")
		if part == "" {
			part = "src/go src/net src/runtime src/os src/encoding src/internal"
		}
		sh(t, d, fmt.Sprintf("mkdir tree && tar -C %s -cf - %s | tar -C tree -xpf -", goroot, part))
		for _, p := range strings.Fields(part) {
			sh(t, d, fmt.Sprintf("diff -r %s/%s tree/%s", goroot, p, p))
			// Not the times of links, which tar may not set, nor the sizes of
			// directories, which are the filesystem's.
			list := "find . -not -type l -not -type d -printf '%P %y %m %u %g %s %T@ %n\\n' | sort; find . -type d -printf '%P %y %m %u %g\\n' | sort; find . -type l -printf '%P %l\\n' | sort"
			want := strings.Split(sh(t, filepath.Join(goroot, p), list), "\n")
			requireSameLines(t, want, strings.Split(sh(t, filepath.Join(d, "tree", p), list), "\n"))
			requireSameLines(t, want, strings.Split(sh(t, filepath.Join(src, "go-tree", "tree", p), list), "\n"))
		}
		sh(t, d, "rm -r tree && test -z \"$(ls -A)\"")
	})

	t.Run("go-build", func(t *testing.T) {
		d := dir(t)
		sh(t, d, `mkdir mod cache && cp -r `+goroot+`/src/container/list mod/list && cd mod &&
			printf 'module example.org/m\n\ngo 1.26\n' > go.mod &&
			printf 'package main\n\nimport (\n\t"fmt"\n\n\t"example.org/m/list"\n)\n\nfunc main() { fmt.Println(list.New().Len()) }\n' > main.go &&
			go build -o prog . && test "$(./prog)" = 0 && go test ./list`,
			"GOCACHE="+d+"/cache", "GOFLAGS=-mod=mod", "GOWORK=off")
	})

	t.Run("git", func(t *testing.T) {
		need(t, "git")
		d := dir(t)
		git := []string{
			"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org",
			"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_VALUE_0=*",
		}
		sh(t, d, `git init -q one && cd one && cp -r `+goroot+`/src/text . && git add . && git commit -qm first &&
			git mv text words && echo x >> words/scanner/scanner.go && git commit -qam second &&
			cd .. && git clone -q --no-local one two && cd two && echo y > new && git add new && git commit -qm third &&
			git repack -adq && git fsck --full --strict && git gc -q && test -z "$(git status --porcelain)" &&
			test "$(git log --oneline | wc -l)" = 3`, git...)
	})

	t.Run("sqlite", func(t *testing.T) {
		need(t, "sqlite3")
		d := dir(t)
		sh(t, d, `sqlite3 db 'PRAGMA journal_mode=WAL; CREATE TABLE t(who, n);' >/dev/null
			writer() { for i in $(seq 60); do sqlite3 -cmd '.timeout 60000' db "BEGIN IMMEDIATE; INSERT INTO t VALUES('$1',$i); COMMIT;"; done; }
			writer a & a=$!; writer b & b=$!; wait $a; wait $b
			rows=$(sqlite3 db 'SELECT count(*), count(DISTINCT who) FROM t')
			whole=$(sqlite3 db 'PRAGMA integrity_check')
			test "$rows $whole" = '120|2 ok' || { echo "rows and check: $rows $whole"; exit 1; }`)
	})

	t.Run("fio", func(t *testing.T) {
		need(t, "fio")
		d := dir(t)
		for _, job := range []string{
			"--rw=randwrite --bs=4k --size=16m",
			"--rw=write --bs=1m --size=64m",
			"--rw=randrw --bs=512-128k --size=16m --numjobs=2",
			"--rw=randwrite --bs=4k --size=8m --ioengine=mmap",
			"--rw=randwrite --bs=4k --size=8m --direct=1",
		} {
			sh(t, d, "fio --name=v --directory=. --verify=crc32c --verify_fatal=1 --do_verify=1 --fallocate=none --output=/dev/null "+job)
		}
	})

	t.Run("stress-ng", func(t *testing.T) {
		need(t, "stress-ng")
		d := dir(t)
		// Stressors that work in the temporary path, each with its own checks.
		for _, s := range []string{"dentry", "dir", "dirdeep", "link", "symlink", "rename", "chmod", "chown", "fallocate", "fiemap", "filename", "flock", "fstat", "getdent", "hdd", "lockf", "open", "seek", "sync-file", "touch", "utime", "xattr", "copy-file", "dup", "metamix"} {
			out, err := exec.Command("stress-ng", "--"+s, "1", "--timeout", "2", "--verify", "--temp-path", d, "--metrics-brief").CombinedOutput()
			if strings.Contains(string(out), "unrecognized option") {
				continue
			}
			require.NoError(t, err, "%s\n%s", s, out)
			require.NotContains(t, string(out), "fail:", s)
		}
	})
	require.Zero(t, strings.Count(m.log.String(), "Traceback"), "the script failed:\n%s", tail(m.log.String(), 30))
	require.NotContains(t, m.log.String(), "bug in a translator")
}
