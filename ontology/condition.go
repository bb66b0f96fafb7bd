package ontology

import (
	"fmt"
	"strconv"
	"strings"

	"annals/table"
)

// Condition is the condition column of a map: all of its tests must hold.
type Condition []test

type test struct {
	key    string
	values []string
}

var conditionKeys = []string{"status", "polarity", "topic", "sides", "means", "doer", "other", "has", "no"}

// parseCondition reads "key=value|value key=value"; an empty text always holds.
func parseCondition(t *table.Table, r table.Row, cell int) (Condition, []table.Problem) {
	var c Condition
	var problems []table.Problem
	for _, f := range strings.Fields(r.Get(cell)) {
		key, value, ok := strings.Cut(f, "=")
		known := false
		for _, k := range conditionKeys {
			known = known || k == key
		}
		if !ok || !known || value == "" {
			problems = append(problems, t.Fault(r, cell, table.DidYouMean(key, conditionKeys), "%q is no condition; write key=value with one of the keys %s", f, strings.Join(conditionKeys, ", ")))
			continue
		}
		c = append(c, test{key, strings.Split(value, "|")})
	}
	return c, problems
}

// Holds reports whether all tests of the condition hold.
func (c Condition) Holds(t Told) bool {
	for _, x := range c {
		if !x.holds(t) {
			return false
		}
	}
	return true
}

func (x test) holds(t Told) bool {
	for _, v := range x.values {
		switch x.key {
		case "status":
			if t.Status == v {
				return true
			}
		case "polarity":
			if t.Polarity == v {
				return true
			}
		case "topic":
			if t.Topic == v || strings.HasPrefix(t.Topic, v+"-") {
				return true
			}
		case "sides":
			if sidesHold(v, t.Sides) {
				return true
			}
		case "means":
			if contains(t.Means, v) {
				return true
			}
		case "doer":
			if contains(t.Doer, v) {
				return true
			}
		case "other":
			if contains(t.Other, v) {
				return true
			}
		case "has":
			if t.Has != nil && t.Has(v) {
				return true
			}
		case "no":
			if t.Has == nil || !t.Has(v) {
				return true
			}
		}
	}
	return false
}

func contains(list []string, v string) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

// sidesHold compares a number of sides with "3" or "3+".
func sidesHold(v string, n int) bool {
	least, more := strings.CutSuffix(v, "+")
	k, err := strconv.Atoi(least)
	return err == nil && (n == k || more && n > k)
}

// String is the condition as it stands in the table.
func (c Condition) String() string {
	var parts []string
	for _, x := range c {
		parts = append(parts, fmt.Sprintf("%s=%s", x.key, strings.Join(x.values, "|")))
	}
	return strings.Join(parts, " ")
}
