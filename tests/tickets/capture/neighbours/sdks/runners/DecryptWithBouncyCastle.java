// Reads one ticket a line (see recorder.py) and writes what Bouncy Castle says about it, or what
// Gson and Jackson say about what came out.
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.encoders.Base64;

public class DecryptWithBouncyCastle {
    interface Way {
        void decrypt(String key, String iv, String data) throws Exception;
    }

    static byte[] opened(String padding, byte[] key, byte[] iv, byte[] data) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CBC/" + padding, "BC");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return cipher.doFinal(data);
    }

    static byte[] opened(String key, String iv, String data) throws Exception {
        return opened("NoPadding", Base64.decode(key), Base64.decode(iv), Base64.decode(data));
    }

    /** With base64 that takes anything, as that of Android and Apache Commons Codec does. */
    static void asTextWithGson(String key, String iv, String data) throws Exception {
        java.util.Base64.Decoder base64 = java.util.Base64.getMimeDecoder();
        byte[] plain = opened("PKCS7Padding", base64.decode(key), base64.decode(iv), base64.decode(data));
        new Gson().fromJson(new String(plain, StandardCharsets.UTF_8), JsonObject.class);
    }

    /** As programs do that cut the padding off by themselves: whatever its last byte is. */
    static void asTextWithJackson(String key, String iv, String data) throws Exception {
        byte[] plain = opened(key, iv, data);
        int pad = plain[plain.length - 1];
        int length = plain.length - (pad < 1 || pad > 32 ? 0 : pad);
        String text = new String(plain, 0, length, StandardCharsets.UTF_8);
        new ObjectMapper().readTree(text);
    }

    static void asBytesWithJackson(String key, String iv, String data) throws Exception {
        new ObjectMapper().readTree(opened(key, iv, data));
    }

    static String said(Way way, String[] fields) {
        try {
            way.decrypt(fields[0], fields[1], fields[2]);
            return "";
        } catch (Exception error) {
            return error.toString();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        Way[] ways = {DecryptWithBouncyCastle::asTextWithGson,
            DecryptWithBouncyCastle::asTextWithJackson, DecryptWithBouncyCastle::asBytesWithJackson};
        HexFormat hex = HexFormat.of();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = lines.readLine()) != null; ) {
            String[] fields = line.split(" ");
            for (int i = 0; i < fields.length; i++) {
                fields[i] = fields[i].equals("-") ? null
                    : new String(hex.parseHex(fields[i]), StandardCharsets.UTF_8);
            }
            for (Way way : ways) {
                String said = said(way, fields);
                System.out.println(said.isEmpty() ? "-"
                    : hex.formatHex(said.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
