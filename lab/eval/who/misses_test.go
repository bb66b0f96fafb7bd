package who

import (
	"fmt"
	"os"
	"testing"
)

func TestMisses(t *testing.T) {
	if os.Getenv("MISSES") == "" {
		t.Skip()
	}
	c, err := newChain(os.DirFS("../../../lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.scoreParties(gold("../../../../shared", "dev-read.jsonl"), func(m miss) {
		if m.Got == nil {
			fmt.Printf("%s NONE %q gold %s %s %s\n", m.Item, m.Text, m.Gold.Name, m.Gold.Country, m.Gold.Sector)
			return
		}
		fmt.Printf("%s%s | %q gold(%s|%s|%s) got[%s](%s|%s|%s) form=%d kind=%d noun=%s off=%s via=%s %v\n", m.Item, m.What, m.Gold.Text, m.Gold.Name, m.Gold.Country, m.Gold.Sector, m.Text, m.Got.Name, m.Got.Country, m.Got.Sector, m.Got.Form, m.Got.Kind, m.Got.Noun, m.Got.Office, m.Got.Via, m.Got.Why)
	})
	fmt.Println(s, err)
}
