// Package match is the rule language: rules about how a language builds its
// sentences, written for linguists, matched on dependency trees in the manner
// of Universal Dependencies. The package knows nothing of what rules are for.
//
//	# a comment has a line of its own
//	rule passive-agent
//	  note  the doer of a passive stands behind "by"
//	  find  h:[VERB] >nsubj:pass p, h >obl a, a >case [by]
//	  give  slot subj = a, slot obj = p
//	  yes   The envoy was [expelled] by Norway .   a=Norway p=envoy
//	  no    The envoy was [tired] by noon .
//
// # Fields
//
// A rule is a line "rule NAME" (lower-case words joined by hyphens) and lines
// that begin with one of these words; indenting is free. A find or give that
// ends with a comma goes on in the next line.
//
//	note  why the rule is as it is
//	find  what is looked for; several are alternatives, tried in order
//	give  what the rule tells its user: KEY = CAPTURE, or KEY = "words" or a number
//	yes   a sentence that the rule must match, its words divided by one blank,
//	      with the anchor in brackets; behind two blanks captures: a=Norway,
//	      a=the#2 for the second "the", a=- for one that is unset
//	no    a sentence that it must not match
//
// # Find
//
// A find is a row of clauses divided by commas. A clause is a chain of words and
// the edges between them: "h >obj p >amod [ADJ]". The first word of the first
// clause is the anchor; every other clause begins with a name that a clause
// before it binds. All clauses must hold, but for those that begin with
//
//	no    which must not be there:  no h >obj
//	opt   which is taken if there:  opt h >obl x
//
// A word is a name ("p": any word, called p), a name with constraints
// ("p:[NOUN]"), or constraints alone ("[NOUN]"; "[]" is any word). Behind the
// last edge of a clause the word may be left out. A name that stands for a word
// already must be that word again. Different names are different words; words
// without a name may be any word, even one that has a name elsewhere. So
// "h >obl a, no h >obl" never matches, and "h >obl a, no h >obl b" says that a
// is the only one. A name that first stands in a no clause is known only there.
// A clause that begins with a name which an opt clause left unset doesn't match.
//
// # Constraints
//
// Constraints in brackets are divided by blanks, and all must hold. Each may
// have alternatives divided by |, and ! before it negates it with all its
// alternatives: "[VERB !say|tell]" is a verb that is neither.
//
//	VERB               universal part of speech: all capitals
//	say                lemma: no capitals; capitals in the text don't matter
//	"said"             the word as written; capitals don't matter
//	lemma=  form=  upos=  xpos=VBN  rel=nsubj
//	Voice=Pass         feature
//	@speech            the word belongs to the class speech (the caller knows which)
//	#person            the word is part of the name of a person (the caller knows)
//	^  $               the first, the last word of the sentence
//
// A lemma, form, xpos or feature may end with * for "begins so": xpos=VB*,
// Number=* (any number). Behind a key the alternatives belong to it, too:
// xpos=VBN|VBD.
//
// # Edges
//
//	>obj     a child by obj; >nsubj has all subtypes, such as nsubj:pass;
//	         >nsubj= only the bare one; >obj|iobj either; >!punct any other; > any
//	<obj     the parent, if the word is its obj
//	>>  <<   below, above: one or more steps; >>conj: each step by conj
//	>conj*   the word itself or below it by conj; <conj* itself or above it
//	.  ..3   the next word; one of the next three; .. any word after it
//	<.  <..3 the same before it
//
// # Order
//
// Rules are tried in the order of their files, finds in that of the rule;
// children and words after from left to right, words before and above from the
// nearest, words below each before those below it. A rule hands over all its
// matches at an anchor, each set of captures once, at most MaxMatches.
//
// # Files of parses
//
// So that rules can be tested without a parser, the parses of their examples
// stand beside them (see ReadParses): File.Examples lists what must be stored,
// and File.Test runs the examples. File.Check finds names that nobody knows.
//
// # Running
//
// Compile makes a Program of files; Program.At runs it at a word, with rules
// indexed by the anchor's lemma, part of speech and relations, so that most
// aren't tried. Program.Explain tells why a rule didn't match.
package match
