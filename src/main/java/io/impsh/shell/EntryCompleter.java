package io.impsh.shell;

import io.impsh.output.SafeText;
import io.impsh.script.Suggestion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands what the language suggests to JLine, in its order and under its headings. */
final class EntryCompleter implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line instanceof EntryLine entry) {
            for (Suggestion suggestion : entry.completions().suggestions()) {
                candidates.add(candidate(suggestion, candidates.size() + 1));
            }
        }
    }

    /**
     * Names are foreign text: what would steer the terminal or break the line is inserted as JavaScript writes it in a
     * string. JLine is never told that a candidate is complete, as it would put a blank after it, and in JavaScript a dot, a
     * bracket or nothing follows.
     */
    private static Candidate candidate(Suggestion suggestion, int position) {
        String description = suggestion.description() == null ? null : SafeText.clean(suggestion.description());
        String value = SafeText.clean(suggestion.value());
        return new Candidate(value, value.strip(), suggestion.group(), description, null, null, false, position);
    }
}
