// Package quotes measures the stage quote by rule 9 of the scoring rules: on the
// attributions of PolNeAR and on the quotations of the gold items.
//
// PolNeAR's notion of attribution is wide (thoughts, intentions, feelings, noun
// phrases), so its recall has a ceiling for a stage that looks for speech alone;
// the forms direct and mixed are told apart for that reason.
package quotes
