// Package own reads a user's own tables for the knowledge base: people, bodies
// and groups with their countries, sectors and dated offices.
//
// A table is UTF-8 text, one row a line, its cells divided by single tabs, as
// spreadsheets write it. The first line names the columns: names, country,
// sector, office, from, to, and where wanted id, kind and note, in any order.
// Lines that begin with # are comments. Reader.Read finds every fault of a
// table with line and column; the rows without a fault become a layer over the
// base (see kb.Base.With).
package own
