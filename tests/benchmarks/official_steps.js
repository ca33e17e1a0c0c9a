// The rival: the official sample's steps for each row of a CSV file, results as JSON lines.
// node official_steps.js IN.csv OUT.jsonl
const fs = require('fs')
const crypto = require('crypto')

function decrypt(sessionKey, iv, encryptedData) {
  const decipher = crypto.createDecipheriv(
    'aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'))
  decipher.setAutoPadding(true)
  let text = decipher.update(Buffer.from(encryptedData, 'base64'), 'binary', 'utf8')
  text += decipher.final('utf8')
  return JSON.parse(text)
}

const [, , input, output] = process.argv
const out = fs.openSync(output, 'w')
const lines = fs.readFileSync(input, 'utf8').split(/\r?\n/)
let made = []
for (const line of lines.slice(1)) {
  if (!line) continue
  const [id, user, sessionKey, iv, encryptedData] = line.split(',')
  let payload = null
  try { payload = decrypt(sessionKey, iv, encryptedData) } catch (error) { payload = null }
  made.push(JSON.stringify({ id, user, payload }))
  if (made.length === 1000) { fs.writeSync(out, made.join('\n') + '\n'); made = [] }
}
fs.writeSync(out, made.join('\n') + '\n')
