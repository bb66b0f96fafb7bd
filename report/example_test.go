package report_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"annals/report"
)

func ExampleRead() {
	in := `{"id": "7", "headline": "Ferry sinks", "body": "The ferry sank off Port Vell on Monday.", "date": "2023-05-04"}
{"id": "8", "headline": "Bridge opens", "body": "The bridge was opened on Friday.", "date": "13/13/2023"}`
	for r, err := range report.Read(context.Background(), []string{"-"}, report.Options{Stdin: strings.NewReader(in)}) {
		var bad *report.BadInput
		switch {
		case errors.As(err, &bad):
			fmt.Println("rejected:", bad)
		case err != nil:
			fmt.Println(err)
			return
		default:
			fmt.Printf("%s, %s: %q\n", r.ID, r.Published, r.Text())
		}
	}
	// Output:
	// 7, 2023-05-04: "Ferry sinks\n\nThe ferry sank off Port Vell on Monday."
	// rejected: - line 2 (8): "date": "13/13/2023" is not a day: no month 13 or 13. Try --date-layout
}
