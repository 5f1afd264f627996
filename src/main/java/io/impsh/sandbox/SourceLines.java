package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows and columns of a piece of code, as {@code #line} directives shift them. */
final class SourceLines {
    /** The file is optional. */
    private static final Pattern DIRECTIVE =
            Pattern.compile("#line[ \\t]+(\\d{1,9})(?:[ \\t]+\"([^\"]*)\")?[ \\t\\r]*");

    private final String code;
    private final List<Section> sections = new ArrayList<>();

    /**
     * A stretch of code up to the next directive.
     *
     * @param start its first character, which begins a line
     * @param row of that line
     */
    private record Section(int start, int row, String file) {}

    SourceLines(String file, String code) {
        this.code = code;
        sections.add(new Section(0, 1, file));
    }

    /** The line break that ends the line, or the end of the code. */
    int endOfLine(int place) {
        int end = code.indexOf('\n', place);
        return end < 0 ? code.length() : end;
    }

    /** @param hash where a line begins with a hash sign, blanks aside; anything else is no directive */
    void readDirective(int hash) {
        int end = endOfLine(hash);
        if (end == code.length() || !code.startsWith("#line", hash) || !beginsLine(hash)) {
            return;
        }
        Matcher directive = DIRECTIVE.matcher(code).region(hash, end);
        if (directive.matches()) {
            String file = directive.group(2);
            sections.add(new Section(
                    end + 1,
                    Integer.parseInt(directive.group(1)),
                    file == null || file.isEmpty() ? last().file() : file));
        }
    }

    private boolean beginsLine(int place) {
        int before = place - 1;
        while (before >= 0 && (code.charAt(before) == ' ' || code.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || code.charAt(before) == '\n';
    }

    private Section last() {
        return sections.get(sections.size() - 1);
    }

    CompileFinding finding(int place, String text) {
        Section section = sectionOf(place);
        int row = section.row();
        int line = section.start();
        for (int end = endOfLine(line); end < place; end = endOfLine(line)) {
            line = end + 1;
            row++;
        }
        return new CompileFinding(section.file(), row, 1 + code.codePointCount(line, place), text);
    }

    private Section sectionOf(int place) {
        int index = sections.size() - 1;
        while (sections.get(index).start() > place) {
            index--;
        }
        return sections.get(index);
    }
}
