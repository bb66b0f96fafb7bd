package kb

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
)

// Digest is a short hash of the whole base, to tell versions apart.
func (b *Base) Digest() string {
	h := sha256.New()
	if _, err := io.Copy(h, strings.NewReader(b.data)); err != nil {
		return "" // a hash does not fail to take bytes
	}
	if b.over != nil {
		_, _ = h.Write([]byte(b.over.digest))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
