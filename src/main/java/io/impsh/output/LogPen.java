package io.impsh.output;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedStyle;

/** Writes the parts of log lines: cleaned, and styled where the screen has colours. */
final class LogPen {
    /** Of a message on a screen; nobody reads more there, and it should cost little. */
    private static final int LONGEST_SHOWN = 4_000;

    private final StringBuilder text = new StringBuilder();
    private final Screen screen;
    private final String ellipsis;
    private final Map<AttributedStyle, String> sequences = new HashMap<>();

    LogPen(Screen screen) {
        this.screen = screen;
        this.ellipsis = Glyphs.of(screen).ellipsis();
    }

    /** What has been written, to be added to and taken from. */
    StringBuilder text() {
        return text;
    }

    Theme theme() {
        return screen.theme();
    }

    LogPen begin(AttributedStyle style) {
        if (screen.colour() && style != Theme.plain()) {
            // The library puts it together anew each time.
            text.append(sequences.computeIfAbsent(style, Theme::sequence));
        }
        return this;
    }

    LogPen end(AttributedStyle style) {
        if (screen.colour() && style != Theme.plain()) {
            text.append(Theme.reset());
        }
        return this;
    }

    /** Words from elsewhere. */
    void foreign(AttributedStyle style, String words) {
        foreign(style, words, 0, words.length());
    }

    /** A name or the like. */
    void part(AttributedStyle style, String words) {
        message(style, null, words, 0);
    }

    /** A message from there on; on a screen a very long one is cut, and it is told how long it is. */
    void message(AttributedStyle style, Pattern highlight, String message, int from) {
        boolean cut = screen.isTerminal() && isTooLong(message, from);
        int end = cut ? from + start(message, from).length() : message.length();
        if (highlight == null || !screen.colour()) {
            foreign(style, message, from, end);
        } else {
            highlighted(style, highlight, message.substring(0, end), from);
        }
        if (cut) {
            begin(theme().muted()).text.append(ellipsis).append(length(message));
            end(theme().muted());
        }
    }

    /** Whether it is more than is shown on a screen. */
    static boolean isTooLong(String message, int from) {
        return message.length() - from > LONGEST_SHOWN;
    }

    /** What is shown of one that is too long. */
    static String start(String message, int from) {
        int end = from + LONGEST_SHOWN;
        return message.substring(from, Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end);
    }

    /** The mark behind it. */
    static String length(String message) {
        return String.format(Locale.ROOT, " (%,d characters)", message.length());
    }

    private void highlighted(AttributedStyle style, Pattern highlight, String message, int from) {
        AttributedStyle marked = style.inverse();
        Matcher matches = highlight.matcher(message);
        int at = from;
        try {
            while (matches.find()) {
                int start = Math.max(at, matches.start());
                if (matches.end() > start) {
                    foreign(style, message, at, start);
                    foreign(marked, message, start, matches.end());
                    at = matches.end();
                }
            }
        } catch (StackOverflowError tooManyChoices) {
            // Java matches some patterns by recursion; what is found is not worth a line.
        }
        foreign(style, message, at, message.length());
    }

    private void foreign(AttributedStyle style, String words, int from, int to) {
        int start = from;
        while (start < to) {
            int unsafe = SafeText.nextUnsafe(words, start);
            int harmless = unsafe < 0 ? to : Math.min(to, unsafe);
            if (harmless > start) {
                begin(style).text.append(words, start, harmless);
                end(style);
            }
            if (unsafe < 0 || unsafe >= to) {
                return;
            }
            start = unsafe(words, unsafe, to);
        }
    }

    /** All that cannot be shown in a row, in one style. */
    private int unsafe(String words, int from, int to) {
        int at = from;
        begin(theme().muted());
        while (at < to && SafeText.isUnsafe(words, at)) {
            int codePoint = words.codePointAt(at);
            text.append(SafeText.visible(codePoint));
            at += Character.charCount(codePoint);
        }
        end(theme().muted());
        return at;
    }
}
