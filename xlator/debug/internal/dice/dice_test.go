package dice_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/xlator/debug/internal/dice"
)

func TestTheSameSeedGivesTheSame(t *testing.T) {
	a, b, c := dice.New(7), dice.New(7), dice.New(8)
	same := true
	for range 100 {
		n := a.Next()
		require.Equal(t, n, b.Next())
		same = same && n == c.Next()
	}
	require.False(t, same)
	require.NotEqual(t, dice.New(0).Next(), dice.New(0).Next())
}

func TestShares(t *testing.T) {
	for _, percent := range []float64{0, 0.5, 10, 33.3, 50, 99.9, 100} {
		d, e := dice.New(3), &dice.Evenly{}
		var random, even int
		for range 10000 {
			if d.Hit(percent) {
				random++
			}
			if e.Hit(percent) {
				even++
			}
		}
		require.InDelta(t, percent*100, random, 200) // 4 sigma
		require.InDelta(t, percent*100, even, 1)
		if percent == 0 || percent == 100 {
			require.EqualValues(t, percent*100, random)
		}
	}
}
