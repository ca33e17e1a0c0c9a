<?php
// Reads one ticket a line (see recorder.py) and writes what phpseclib says about it.
require_once 'phpseclib3/autoload.php'; // of include_path, where Debian puts it

function decrypt($key, $iv, $data, $appId)
{
    $cipher = new phpseclib3\Crypt\AES('cbc');
    $cipher->setKey(base64_decode($key));
    $cipher->setIV(base64_decode($iv));
    json_decode($cipher->decrypt(base64_decode($data)), false, 512, JSON_THROW_ON_ERROR);
}

while (($line = fgets(STDIN)) !== false) {
    $fields = array_map(fn ($hex) => $hex === '-' ? '' : hex2bin($hex), explode(' ', trim($line)));
    $said = '';
    try {
        decrypt(...$fields);
    } catch (Throwable $error) {
        $said = $error->getMessage();
    }
    echo ($said === '' ? '-' : bin2hex($said)), "\n";
}
