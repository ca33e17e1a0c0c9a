<?php
// Reads one ticket a line (see recorder.py) and writes what PHP says about it.

function wayOfOpenssl($key, $iv, $data, $appId)
{
    while (openssl_error_string() !== false) {
    }
    $text = openssl_decrypt(base64_decode($data), 'AES-128-CBC', base64_decode($key), OPENSSL_RAW_DATA, base64_decode($iv));
    if ($text === false) {
        throw new Exception(openssl_error_string() ?: 'openssl_decrypt returned false');
    }
    $payload = json_decode($text, false, 512, JSON_THROW_ON_ERROR);
    if ($payload->watermark->appid !== $appId) {
        throw new Exception('-41003');
    }
}

// As in the platform's sample: a number for the length of the key, the iv, and all the rest.
function wayOfTheSample($key, $iv, $data, $appId)
{
    if (strlen($key) != 24) {
        throw new Exception('-41001');
    }
    if (strlen($iv) != 24) {
        throw new Exception('-41002');
    }
    $text = @openssl_decrypt(base64_decode($data), 'AES-128-CBC', base64_decode($key), 1, base64_decode($iv));
    $payload = json_decode((string) $text);
    if ($payload == null || ($payload->watermark->appid ?? null) != $appId) {
        throw new Exception('-41003');
    }
}

set_error_handler(function ($level, $message) {
    if (error_reporting() & $level) {
        throw new ErrorException($message);
    }
    return true;
});

while (($line = fgets(STDIN)) !== false) {
    $fields = array_map(fn ($hex) => $hex === '-' ? null : hex2bin($hex), explode(' ', trim($line)));
    foreach (['wayOfOpenssl', 'wayOfTheSample'] as $way) {
        $said = '';
        try {
            $way(...$fields);
        } catch (Throwable $error) {
            $said = $error->getMessage();
        }
        echo ($said === '' ? '-' : bin2hex($said)), "\n";
    }
}
