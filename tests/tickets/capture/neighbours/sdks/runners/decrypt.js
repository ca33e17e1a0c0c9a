// Reads one ticket a line (see recorder.py) and writes what Node says about it.
"use strict";
const crypto = require("crypto");

function wayOfCrypto(key, iv, data, appId) {
  const decipher = crypto.createDecipheriv(
    "aes-128-cbc", Buffer.from(key, "base64"), Buffer.from(iv, "base64"));
  let text = decipher.update(data, "base64", "utf8");
  text += decipher.final("utf8");
  check(JSON.parse(text), appId);
}

// As in the platform's sample: whatever goes wrong has one name.
function wayOfTheSample(key, iv, data, appId) {
  const ivBytes = Buffer.from(iv, "base64"), keyBytes = Buffer.from(key, "base64");
  const dataBytes = Buffer.from(data, "base64");
  let payload;
  try {
    const decipher = crypto.createDecipheriv("aes-128-cbc", keyBytes, ivBytes);
    decipher.setAutoPadding(true);
    payload = JSON.parse(decipher.update(dataBytes, undefined, "utf8") + decipher.final("utf8"));
  } catch (error) {
    throw new Error("Illegal Buffer");
  }
  check(payload, appId);
}

// What browsers, workers and Node share: whatever goes wrong has one name.
async function wayOfWebCrypto(key, iv, data) {
  const name = "AES-CBC", bytes = (text) => Buffer.from(text, "base64");
  const secret = await crypto.subtle.importKey("raw", bytes(key), name, false, ["decrypt"]);
  const plain = await crypto.subtle.decrypt({ name, iv: bytes(iv) }, secret, bytes(data));
  JSON.parse(Buffer.from(plain).toString("utf8"));
}

function check(payload, appId) {
  if (payload.watermark.appid !== appId) throw new Error("Illegal Buffer");
}

async function said(way, fields) {
  try {
    await way(...fields);
    return "";
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

async function main() {
  const lines = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
  for (const line of lines) {
    const fields = line.split(" ").map(
      (hex) => (hex === "-" ? undefined : Buffer.from(hex, "hex").toString("utf8")));
    for (const way of [wayOfCrypto, wayOfTheSample, wayOfWebCrypto]) {
      console.log(Buffer.from(await said(way, fields), "utf8").toString("hex") || "-");
    }
  }
}

main();
