// Package match is the rule language of the language files: rules that a
// linguist can read, matched on dependency trees.
package match
