package io.impsh.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The code of deployments; those that were made from the same code share one.
 *
 * @param sha 64 hexadecimal digits, equal for equal code within one account
 */
record Program(String deviceCode, String agentCode, String sha) {

    static Program of(Account account, String deviceCode, String agentCode) {
        return new Program(deviceCode, agentCode, sha(account.id(), deviceCode, agentCode));
    }

    /** Characters of both codes. */
    long length() {
        return (long) deviceCode.length() + agentCode.length();
    }

    private static String sha(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            // No text in UTF-8 has this byte, so that nothing can be moved from one part to the next unseen.
            digest.update((byte) 0xFF);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
