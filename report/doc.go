// Package report reads news reports: plain text, JSON, JSON Lines, CSV and TSV, HTML pages, RSS, Atom and JSON feeds,
// folders of these, gzip and zstd of these, and standard input. What a file holds is told by its content, never by its name.
//
// Read is the way in:
//
//	for r, err := range report.Read(ctx, paths, report.Options{}) {
//		var bad *report.BadInput
//		if errors.As(err, &bad) { … one report could not be read; the stream goes on … }
//		…
//	}
//
// The order of reports is that of the input; folders are walked in the order of their names, and files and folders
// whose names begin with a dot are left out. Nothing is lost silently: each record of the input is either a Report,
// a Report with SetAside (a language that the engine does not know), or a *BadInput.
//
// # Text
//
// The text of a report (Report.Text) is made once, here, and never rewritten. From plain text, JSON and CSV it is what
// the input says, byte for byte, after conversion to UTF-8. From HTML it is built from the text nodes of the page's
// main part: white space inside a paragraph becomes one space, paragraphs are divided by a blank line, and
// Report.Offsets leads from each code point back to its byte in the page.
//
// # Plain text
//
// The first line is the title if it is at most 150 characters long, does not end like a sentence (full stop, comma,
// semicolon, colon), is followed by a blank line, and what follows the blank line is longer than it. Else all is body.
//
// # Keys
//
// The keys of JSON objects and the columns of tables are those of the record: id, title, text, published, outlet, url,
// author, section, language. Other usual names are known too (see Keys); Options.Map names any other.
package report
