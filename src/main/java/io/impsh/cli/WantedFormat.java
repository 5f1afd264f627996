package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.output.OutputFormat;

/** The output format that somebody seems to want, found in a command line that is wrong elsewhere. */
final class WantedFormat {
    private WantedFormat() {}

    static OutputFormat in(String... words) {
        for (int at = 0; at < words.length && !words[at].equals("--"); at++) {
            String given = value(words, at);
            if (given != null) {
                return named(given);
            }
        }
        return OutputFormat.TABLE;
    }

    private static String value(String[] words, int at) {
        String word = words[at];
        if (word.equals("-o") || word.equals("--output")) {
            return at + 1 < words.length ? words[at + 1] : null;
        }
        if (word.startsWith("--output=")) {
            return word.substring("--output=".length());
        }
        return word.startsWith("-o") ? word.substring("-o".length()).replaceFirst("^=", "") : null;
    }

    private static OutputFormat named(String given) {
        try {
            return OutputFormat.of(given);
        } catch (UserException unknown) {
            return OutputFormat.TABLE;
        }
    }
}
