package io.impsh.cli;

import java.util.List;
import java.util.Locale;

/** A manual page as {@code man} reads it; text is taken as it is, with nothing in it that roff would obey. */
final class Roff {
    private final StringBuilder page = new StringBuilder();
    private boolean followsTitle;

    /** @param source what the page belongs to, with its version */
    Roff(String program, String source) {
        line(".TH " + program.toUpperCase(Locale.ROOT) + " 1 \"\" \"" + escaped(source) + "\"");
        // Words that are options or examples of code are not to be cut.
        line(".nh");
        line(".ad l");
    }

    void section(String title) {
        line(".SH " + plain(title));
        followsTitle = true;
    }

    void subsection(String title) {
        line(".SS " + plain(title));
        followsTitle = true;
    }

    void paragraph(String text) {
        separate();
        line(plain(text));
    }

    /** A term in bold, a placeholder for its value in italics or "", and beside or below them what they mean. */
    void item(String term, String value, String text) {
        followsTitle = false;
        line(".TP");
        line("\\fB" + escaped(term) + "\\fR" + (value.isEmpty() ? "" : "\\fI" + escaped(value) + "\\fR"));
        line(plain(text));
    }

    /** Lines that stay as they are, such as examples. */
    void verbatim(List<String> lines) {
        separate();
        line(".nf");
        line(".RS 4");
        lines.forEach(text -> line(plain(text)));
        line(".RE");
        line(".fi");
    }

    /** From what is above; a title does that by itself. */
    private void separate() {
        if (!followsTitle) {
            line(".PP");
        }
        followsTitle = false;
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** A line that begins with a dot or a quote would be a request. */
    private static String plain(String text) {
        String escaped = escaped(text);
        return escaped.startsWith(".") || escaped.startsWith("\\(aq") ? "\\&" + escaped : escaped;
    }

    /** Else a dash becomes a hyphen, and quotes become typographic ones: neither could be pasted into a shell. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("\"", "\\(dq")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
