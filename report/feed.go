package report

func (rd *reader) feed(src *source) bool { return rd.bad(&BadInput{File: src.name, Reason: "todo"}) }
