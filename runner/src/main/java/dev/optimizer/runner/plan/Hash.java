package dev.optimizer.runner.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, for names and seeds that depend on nothing but a text. */
public final class Hash {
    private Hash() {}

    /** All 64 hexadecimal digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    /** All 64 hexadecimal digits of the numbers, bit by bit. */
    public static String hex(List<Double> numbers) {
        MessageDigest digest = sha256();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);
        for (double number : numbers) {
            digest.update(bytes.clear().putDouble(number).flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first {@code digits} hexadecimal digits. */
    static String hex(String text, int digits) {
        return hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, digits);
    }

    /** The first 64 bits. */
    static long number(String text) {
        return ByteBuffer.wrap(digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static byte[] digest(byte[] content) {
        return sha256().digest(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
