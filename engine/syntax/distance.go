package syntax

// DistClasses is the number of classes of signed distance between a word and its head: ten to each side, and root.
const DistClasses = 21

// distSteps are the largest distances of the classes of one side; longer ones fall into the last class.
var distSteps = [...]int{1, 2, 3, 4, 5, 7, 10, 15, 25}

// DistClass gives the class of the arc from word dep to word head (-1 for the root).
func DistClass(dep, head int) int {
	if head < 0 {
		return DistClasses - 1
	}
	d, side := head-dep, 10
	if d < 0 {
		d, side = -d, 0
	}
	for i, s := range distSteps {
		if d <= s {
			return side + i
		}
	}
	return side + len(distSteps)
}
