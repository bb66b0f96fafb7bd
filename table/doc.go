// Package table reads, checks and formats the table files in which the
// knowledge of words and codes is kept.
//
// A table is UTF-8 text, one row a line. Cells are divided by a tab or by two or
// more spaces, so that a cell may hold single spaces; "-" stands for an empty
// cell. A line that begins with "#" is a comment, and the comment that begins
// with "#:" names the columns. Blank lines and comments are kept by Format.
// A word of a cell may not hold two spaces running.
package table
