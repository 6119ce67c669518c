package dev.optimizer.runner.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, for names and seeds that depend on nothing but a text. */
public final class Hash {
    private Hash() {}

    /** All 64 hexadecimal digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
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
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
