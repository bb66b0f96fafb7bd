// Package syntax tags, lemmatises and parses English sentences, and marks names.
//
// The input is one sentence as a list of syntactic words in the sense of Universal Dependencies: clitics apart
// ("do" "n't"), multiword tokens split. The output is a [Tree]: universal and Penn tags, features, lemma, head and
// relation of each word, and names as BIO labels.
//
// # Method
//
// Hashed tables of words, affixes, shapes and character n-grams are concatenated and projected; two bidirectional
// LSTM layers read the sentence; small heads give tags, features, lemma rules and names; a bilinear form plus a
// score for the signed distance rates every pair of words as head and dependent (Dozat and Manning 2017; distance
// after Qi et al. 2018); the best tree with exactly one root is found by Chu-Liu-Edmonds; fixed repairs follow.
// The model is trained by package annals/lab/train on UD English EWT and GUM; what it was trained on and what it
// scores stands in model.json beside this file.
//
// # Determinism
//
// The same words give the same bytes on every machine, alone or with others. Most products are sums of integers, which
// are exact in any order; the float32 ones add over the inner index in order, with multiply and add rounded apart. The
// kernels of package matrix agree bit for bit, the activation functions are rational functions of our own, and ties go
// to the lower index.
package syntax
