package io.impsh.sandbox;

import java.util.HexFormat;
import java.util.SplittableRandom;

/** Makes ids in the forms of the service; the same seed makes the same ones in the same order. */
final class Ids {
    private static final String AGENT_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-";
    private static final HexFormat HEX = HexFormat.of();

    private final long seed;
    private SplittableRandom random;
    private long round;

    Ids(long seed) {
        this.seed = seed;
        restart();
    }

    /** Makes the same ids once more. */
    void restart() {
        goOn(0);
    }

    /** Makes ids of another sequence, as those that came after the kept ones are not known: the next of the same seed. */
    void goOn(long another) {
        round = another;
        // Not the step of the generator itself, which would give the same sequence a little further on.
        random = new SplittableRandom(seed + another * 0xD1342543DE82EF95L);
    }

    /** Which sequence of the seed this is, from 0. */
    long round() {
        return round;
    }

    /** 8-4-4-4-12 hexadecimal digits. */
    String resource() {
        String digits = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }

    /** 16 hexadecimal digits. */
    String device() {
        return "23" + HEX.toHexDigits(random.nextLong(), 14);
    }

    /** 12 letters, digits, {@code _} or {@code -}. */
    String agent() {
        StringBuilder id = new StringBuilder(12);
        for (int i = 0; i < 12; i++) {
            id.append(AGENT_LETTERS.charAt(random.nextInt(AGENT_LETTERS.length())));
        }
        return id.toString();
    }

    /** Six bytes, of which the first three are the manufacturer's. */
    String macAddress() {
        return "0c:2a:69:"
                + HexFormat.ofDelimiter(":").formatHex(new byte[] {
                    (byte) random.nextInt(256), (byte) random.nextInt(256), (byte) random.nextInt(256)
                });
    }
}
