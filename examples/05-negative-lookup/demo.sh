#!/usr/bin/env bash
# Compiles C programs in a mount whose storage is slow, once as it is and once
# with negative.py in between, and prints what reached the storage each time.
# Usage: demo.sh WINDLASS. Needs root or fusermount3, and gcc.
set -euo pipefail

windlass=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
mkdir "$work/mnt" "$work/src"
cleanup() {
	"$windlass" umount -l "$work/mnt" 2>/dev/null || true
	rm -rf "$work"
}
trap cleanup EXIT

# The source: real headers, each directory of them a library with an include
# directory of its own, as large programs have them.
libs=0
flags=""
for dir in /usr/include/*/; do
	name=$(basename "$dir")
	case $name in c++ | linux | asm-generic | "$(gcc -print-multiarch)") continue ;; esac
	mkdir -p "$work/src/lib/$name/include"
	cp -rL "$dir/." "$work/src/lib/$name/include/"
	flags="$flags -I lib/$name/include"
	libs=$((libs + 1))
	[ $libs -lt 12 ] || break
done
mkdir "$work/src/include"
cp -rL /usr/include/*.h /usr/include/{linux,asm-generic,"$(gcc -print-multiarch)"} "$work/src/include/"
[ -d /usr/include/sys ] && cp -rL /usr/include/sys "$work/src/include/"
flags="-nostdinc $flags -I include/$(gcc -print-multiarch) -I include -I $(gcc -print-file-name=include)"
for unit in first second third; do
	{
		for h in stdio stdlib string errno fcntl unistd time signal dirent pwd poll limits math; do echo "#include <$h.h>"; done
		echo "const char *$unit(void) { return \"$unit\"; }"
	} >"$work/src/$unit.c"
done
echo "The source: $(find "$work/src" -name '*.h' | wc -l) headers of this machine, $libs libraries. The store: 2 ms for each look-up."

# graph LAYER writes the volume file, with the script or without.
graph() {
	local top=below
	cat <<-END
		volume store
		    type storage/posix
		    option directory $work/src
		end-volume
		volume slow
		    type debug/delay-gen
		    option delay-percentage 100
		    option delay-duration 2ms
		    option enable lookup
		    subvolumes store
		end-volume
		volume below
		    type debug/io-stats
		    option ios-dump-file $work/below.$1
		    subvolumes slow
		end-volume
	END
	if [ "$1" = with ]; then
		top=negative
		cat <<-END
			volume negative
			    type scripting/python
			    option script $here/negative.py
			    subvolumes below
			end-volume
		END
	fi
	cat <<-END
		volume above
		    type debug/io-stats
		    option ios-dump-file $work/above.$1
		    subvolumes $top
		end-volume
	END
}

# measure KIND compiles in the mount and leaves the counts and the time.
measure() {
	graph "$1" >"$work/$1.vol"
	"$windlass" mount -q --log "$work/log.$1" -d "$work/$1.vol" "$work/mnt"
	local start end
	start=$(date +%s%N)
	(cd "$work/mnt" && for unit in first second third; do
		# shellcheck disable=SC2086 # the flags are words
		gcc $flags -c "$unit.c" -o "$unit.o"
	done)
	end=$(date +%s%N)
	rm -f "$work/mnt/"*.o
	"$windlass" umount "$work/mnt"
	for _ in $(seq 100); do [ -e "$work/above.$1" ] && [ -e "$work/below.$1" ] && break; sleep 0.05; done
	echo $(((end - start) / 1000000)) >"$work/time.$1"
}

# count FILE FOP prints how often a fop was counted.
count() { sed -n "s|^io-stats\.$2=count:\([0-9]*\).*|\1|p" "$work/$1" | grep . || echo 0; }

measure without
measure with

printf '\n%-34s %12s %12s\n' "" "without" "negative.py"
for fop in $(sed -n 's|^io-stats\.\([a-z]*\)=.*|\1|p' "$work/above.without"); do
	printf '%-34s %12s %12s\n' "$fop, by the compiler" "$(count above.without "$fop")" "$(count above.with "$fop")"
done
printf '%-34s %12s %12s\n' "look-ups that reached the store" "$(count below.without lookup)" "$(count below.with lookup)"
t0=$(cat "$work/time.without") t1=$(cat "$work/time.with")
printf '%-34s %9s ms %9s ms\n' "time to compile three files" "$t0" "$t1"
printf '\nspeed-up %d.%d, look-ups saved %d %%\n' $((t0 / t1)) $((t0 * 10 / t1 % 10)) \
	$((100 - 100 * $(count below.with lookup) / $(count below.without lookup)))
