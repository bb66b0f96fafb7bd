// Command compare runs other readers of HTML pages over the pages that the project's own reader is measured on, so
// that the figures in the documents can be had again by one command:
//
//	cd lab/compare && go run . -shared ../../../shared
//
// It is a module of its own: go-trafilatura brings twenty-odd modules that the product must not link. Two sets are
// run: the saved news pages (measures as in lab/eval/pages), and the pages that go-trafilatura's own test compares
// readers on, found in the module cache. Each of those has some phrases that belong to the main text and some that do
// not; they are of all kinds, most are German and few are news. The project's reader was not written on them: its first
// run gave F1 0.899, and after one look at what it lost in half of them two general faults were mended.
package main
