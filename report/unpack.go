package report

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const (
	maxPackings = 3        // a .gz of a .gz occurs; more is an attack
	zstdWindow  = 64 << 20 // memory that a zstd file may ask for
)

// unpack takes gzip, zstd and bzip2 off a stream, told by their first bytes. The function returned is never nil.
func unpack(r io.Reader) (*bufio.Reader, func(), error) {
	br := bufio.NewReaderSize(r, sniffBytes)
	var closers []func()
	closeAll := func() {
		for _, c := range closers {
			c()
		}
	}
	for range maxPackings {
		head, _ := br.Peek(4) // an error shows again at the next read
		var next io.Reader
		switch {
		case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
			z, err := gzip.NewReader(br)
			if err != nil {
				return br, closeAll, fmt.Errorf("gzip: %w", err)
			}
			next = packed{"gzip", z}
		case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
			z, err := zstd.NewReader(br, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow), zstd.WithDecoderLowmem(true))
			if err != nil {
				return br, closeAll, fmt.Errorf("zstd: %w", err)
			}
			closers = append(closers, z.Close)
			next = packed{"zstd", z}
		case bytes.HasPrefix(head, []byte("BZh")):
			next = packed{"bzip2", bzip2.NewReader(br)}
		default:
			return br, closeAll, nil
		}
		br = bufio.NewReaderSize(next, sniffBytes)
	}
	return br, closeAll, errors.New("compressed again and again; unpack it first")
}

// packed names the compression in its errors.
type packed struct {
	name string
	r    io.Reader
}

func (p packed) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%s: %w", p.name, err)
	}
	return n, err
}
