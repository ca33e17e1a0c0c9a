# Reads one ticket a line (see recorder.py) and writes what Ruby says about it.
require 'base64'
require 'json'
require 'openssl'

def decrypt(key, iv, data, app_id, decode)
  cipher = OpenSSL::Cipher.new('aes-128-cbc').decrypt
  cipher.key = decode.call(key)
  cipher.iv = decode.call(iv)
  payload = JSON.parse(cipher.update(decode.call(data)) + cipher.final)
  raise 'appid mismatch' unless payload['watermark']['appid'] == app_id
end

WAYS = [Base64.method(:decode64), Base64.method(:strict_decode64)].freeze

STDIN.each_line do |line|
  fields = line.split.map { |hex| hex == '-' ? nil : [hex].pack('H*').force_encoding('UTF-8') }
  WAYS.each do |decode|
    said = begin
      decrypt(*fields, decode)
      ''
    rescue StandardError => e
      "#{e.class}: #{e.message}"
    end
    puts said.empty? ? '-' : said.b.unpack1('H*')
  end
end
