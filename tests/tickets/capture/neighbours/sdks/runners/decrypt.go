// Reads one ticket a line (see recorder.py) and writes what Go says about it.
package main

import (
	"bufio"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
)

func decrypt(key, iv, data, appID string) (err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("panic: %v", panicked)
		}
	}()
	var parts [3][]byte
	for i, text := range []string{key, iv, data} {
		if parts[i], err = base64.StdEncoding.DecodeString(text); err != nil {
			return err
		}
	}
	block, err := aes.NewCipher(parts[0])
	if err != nil {
		return err
	}
	plain := make([]byte, len(parts[2]))
	cipher.NewCBCDecrypter(block, parts[1]).CryptBlocks(plain, parts[2])
	plain = plain[:len(plain)-int(plain[len(plain)-1])]
	var payload struct {
		Watermark struct{ AppID string }
	}
	if err = json.Unmarshal(plain, &payload); err != nil {
		return err
	}
	if payload.Watermark.AppID != appID {
		return errors.New("app id not match")
	}
	return nil
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var fields [4]string
		for i, text := range strings.Fields(lines.Text()) {
			bytes, _ := hex.DecodeString(strings.Trim(text, "-"))
			fields[i] = string(bytes)
		}
		said := "-"
		if err := decrypt(fields[0], fields[1], fields[2], fields[3]); err != nil {
			said = hex.EncodeToString([]byte(err.Error()))
		}
		fmt.Println(said)
	}
}
