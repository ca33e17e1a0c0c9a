// Reads one ticket a line (see recorder.py) and writes what Java says about it.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public class Decrypt {
    static void decrypt(String key, String iv, String data) throws Exception {
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] bytes = base64.decode(data);
        SecretKeySpec secret = new SecretKeySpec(base64.decode(key), "AES");
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(base64.decode(iv)));
        cipher.doFinal(bytes);
    }

    static String said(String[] fields) {
        try {
            decrypt(fields[0], fields[1], fields[2]);
            return "";
        } catch (Exception error) {
            return error.toString();
        }
    }

    public static void main(String[] arguments) throws Exception {
        HexFormat hex = HexFormat.of();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = lines.readLine()) != null; ) {
            String[] fields = line.split(" ");
            for (int i = 0; i < fields.length; i++) {
                fields[i] = fields[i].equals("-") ? null
                    : new String(hex.parseHex(fields[i]), StandardCharsets.UTF_8);
            }
            String said = said(fields);
            System.out.println(said.isEmpty() ? "-"
                : hex.formatHex(said.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
