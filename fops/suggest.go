package fops

import "strings"

// Suggest returns the candidate that is nearest to word, for a "did you mean"
// hint, or "" where none is near enough. Case and the difference between '-'
// and '_' count for nothing.
func Suggest(word string, candidates []string) string {
	fold := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "_", "-") }
	w := fold(word)
	if len(w) > longestWord {
		return ""
	}
	best, bestDist := "", 1+max(1, len(w)/3)
	for _, c := range candidates {
		// So many letters have to come or go at least.
		if n := len(c) - len(w); n >= bestDist || -n >= bestDist {
			continue
		}
		if d := editDistance(w, fold(c)); d < bestDist {
			best, bestDist = c, d
		}
	}
	return best
}

// longestWord is how long a word may be that is looked for: a longer one is no
// misspelling.
const longestWord = 255

// editDistance is the optimal string alignment distance: insertions,
// deletions, substitutions and swaps of neighbours cost one each.
func editDistance(a, b string) int {
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
