package io.impsh.shell;

import io.impsh.output.Screen;
import io.impsh.script.LexedSource;
import io.impsh.script.Lexer;
import io.impsh.script.Token;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Colours an entry while it is typed: literals, keywords, comments, and the bracket that belongs to the one at the cursor.
 * What JLine marks itself, such as a search, stays marked.
 */
final class EntryHighlighter extends DefaultHighlighter {
    /** Longer ones are pasted scripts, which nobody reads at the prompt. */
    private static final int LONGEST = 20_000;

    private static final int NOWHERE = -1;

    private final Supplier<Screen> screen;

    EntryHighlighter(Supplier<Screen> screen) {
        this.screen = screen;
    }

    @Override
    public AttributedString highlight(LineReader reader, String entry) {
        AttributedString plain = super.highlight(reader, entry);
        // The lexer is not to be loaded before the first key.
        boolean isAsTyped = !entry.isEmpty() && plain.length() == entry.length();
        if (!isAsTyped || entry.length() > LONGEST || !screen.get().colour()) {
            return plain;
        }
        return coloured(
                plain,
                DotCommands.isCommand(entry)
                        ? commandStyles(entry, commandNames(reader))
                        : styles(entry, cursor(reader)));
    }

    /** What has been entered keeps its colours, but no bracket is marked in it. */
    private static int cursor(LineReader reader) {
        return reader instanceof SizedLineReader sized && !sized.isTyping()
                ? NOWHERE
                : reader.getBuffer().cursor();
    }

    private static AttributedString coloured(AttributedString plain, AttributedStyle[] styles) {
        AttributedStringBuilder coloured = new AttributedStringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            boolean isMarked = !plain.styleAt(i).equals(AttributedStyle.DEFAULT);
            coloured.styled(
                    isMarked ? plain.styleAt(i) : styles[i],
                    plain.subSequence(i, i + 1).toString());
        }
        return coloured.toAttributedString();
    }

    private static List<String> commandNames(LineReader reader) {
        return reader.getParser() instanceof EntryParser parser
                ? parser.language().commandNames()
                : List.of();
    }

    /** The name of a command, and one that cannot become any. */
    AttributedStyle[] commandStyles(String entry, List<String> names) {
        AttributedStyle[] styles = new AttributedStyle[entry.length()];
        Arrays.fill(styles, AttributedStyle.DEFAULT);
        int start = entry.length() - entry.stripLeading().length();
        int end = start;
        while (end < entry.length() && !Character.isWhitespace(entry.charAt(end))) {
            end++;
        }
        String name = entry.substring(start, end);
        boolean goesOn = end == entry.length() && names.stream().anyMatch(each -> each.startsWith(name));
        if (names.contains(name)) {
            Arrays.fill(styles, start, end, screen.get().theme().keyword());
        } else if (!goesOn) {
            Arrays.fill(styles, start, end, mistake());
        }
        return styles;
    }

    private AttributedStyle mistake() {
        return screen.get().theme().error().underline();
    }

    /** One for each character. */
    AttributedStyle[] styles(String entry, int cursor) {
        AttributedStyle[] styles = new AttributedStyle[entry.length()];
        Arrays.fill(styles, AttributedStyle.DEFAULT);
        LexedSource source = Lexer.read(entry);
        boolean isMemberName = false;
        for (Token token : source.tokens()) {
            Arrays.fill(styles, token.start(), token.end(), isMemberName ? AttributedStyle.DEFAULT : style(token));
            isMemberName = token.text().equals(".") || token.text().equals("?.");
        }
        List<Token> mistakes = Mistakes.in(entry, source.tokens());
        mistakes.forEach(wrong -> Arrays.fill(styles, wrong.start(), wrong.end(), mistake()));
        markPair(source.tokens(), mistakes, cursor, styles);
        return styles;
    }

    private AttributedStyle style(Token token) {
        return switch (token.kind()) {
            case STRING, TEMPLATE, REGEX -> screen.get().theme().string();
            case NUMBER -> screen.get().theme().number();
            case COMMENT -> screen.get().theme().muted();
            case WORD -> token.isKeyword() ? screen.get().theme().keyword() : AttributedStyle.DEFAULT;
            case PUNCTUATOR -> AttributedStyle.DEFAULT;
        };
    }

    /** The bracket just before the cursor, or else the one under it, with its partner. */
    private static void markPair(List<Token> tokens, List<Token> mistakes, int cursor, AttributedStyle[] styles) {
        for (int at : new int[] {cursor - 1, cursor}) {
            for (int i = 0; i < tokens.size(); i++) {
                boolean isThere = tokens.get(i).start() == at && !mistakes.contains(tokens.get(i));
                Token partner = isThere ? partner(tokens, i) : null;
                if (partner != null) {
                    styles[at] = styles[at].bold().underline();
                    styles[partner.start()] = styles[partner.start()].bold().underline();
                    return;
                }
            }
        }
    }

    /** An opening bracket and its closer have the same depth, and nothing of that depth lies between but commas. */
    private static Token partner(List<Token> tokens, int at) {
        Token bracket = tokens.get(at);
        String closer = closerOf(bracket);
        if (closer != null) {
            return tokens.subList(at + 1, tokens.size()).stream()
                    .filter(token ->
                            token.depth() == bracket.depth() && token.text().equals(closer))
                    .findFirst()
                    .orElse(null);
        }
        for (int i = at - 1; i >= 0; i--) {
            Token candidate = tokens.get(i);
            if (candidate.depth() == bracket.depth() && bracket.text().equals(closerOf(candidate))) {
                return candidate;
            }
        }
        return null;
    }

    /** {@code null} for what is no opening bracket. */
    private static String closerOf(Token token) {
        if (token.kind() != Token.Kind.PUNCTUATOR) {
            return null;
        }
        return switch (token.text()) {
            case "(" -> ")";
            case "[" -> "]";
            case "{" -> "}";
            default -> null;
        };
    }
}
