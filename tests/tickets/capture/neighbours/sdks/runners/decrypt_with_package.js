// Reads one ticket a line (see recorder.py) and writes what a package of npm says about it.
"use strict";

const bytes = (text) => Buffer.from(text, "base64");

const WAYS = {
  "crypto-js": (CryptoJS) => (key, iv, data) => {
    const { Base64, Utf8 } = CryptoJS.enc;
    return CryptoJS.AES.decrypt(data, Base64.parse(key), { iv: Base64.parse(iv) }).toString(Utf8);
  },
  "node-forge": (forge) => (key, iv, data) => {
    const decipher = forge.cipher.createDecipher("AES-CBC", forge.util.decode64(key));
    decipher.start({ iv: forge.util.decode64(iv) });
    decipher.update(forge.util.createBuffer(forge.util.decode64(data)));
    if (!decipher.finish()) throw new Error("");
    return forge.util.decodeUtf8(decipher.output.getBytes());
  },
  "aes-js": (aes) => (key, iv, data) => {
    const cipher = new aes.ModeOfOperation.cbc(bytes(key), bytes(iv));
    const plain = aes.padding.pkcs7.strip(cipher.decrypt(bytes(data)));
    return aes.utils.utf8.fromBytes(plain);
  },
  "@noble/ciphers": ({ cbc }) => (key, iv, data) =>
    new TextDecoder("utf-8", { fatal: true }).decode(cbc(bytes(key), bytes(iv)).decrypt(bytes(data))),
};

async function load(name) {
  return name === "@noble/ciphers" ? import(require.resolve("@noble/ciphers/aes.js")) : require(name);
}

async function main(name) {
  const way = WAYS[name](await load(name));
  for (const line of require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const fields = line.split(" ").map(
      (hex) => (hex === "-" ? undefined : Buffer.from(hex, "hex").toString("utf8")));
    let said = "";
    try {
      JSON.parse(way(...fields));
    } catch (error) {
      said = error.message && `${error.name}: ${error.message}`;
    }
    console.log(Buffer.from(said, "utf8").toString("hex") || "-");
  }
}

main(process.argv[2]);
