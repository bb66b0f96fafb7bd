package gazetteer

import (
	"fmt"

	"annals/kb"
)

// licences are those under which a table may ship in the base, and whether
// works made from it must keep the licence. A table under any other one, or
// under none, may only check what was built.
var licences = map[string]struct{ shareAlike bool }{
	ours: {}, cc0: {}, pddl: {}, public: {}, mit: {}, ccby: {},
	ccbysa3: {shareAlike: true}, ccbysa4: {shareAlike: true},
}

// checkLicences refuses tables that may not ship, and those whose mark of
// share-alike is not their licence's.
func checkLicences(list []kb.Source) error {
	for i, s := range list {
		l, ok := licences[s.Licence]
		if !ok {
			return fmt.Errorf("table %s (number %d) is under %q: the base may not be made from it", s.Table, i+1, s.Licence)
		}
		if l.shareAlike != s.ShareAlike {
			return fmt.Errorf("table %s (number %d) is under %q but its share-alike mark is %v", s.Table, i+1, s.Licence, s.ShareAlike)
		}
	}
	return nil
}
