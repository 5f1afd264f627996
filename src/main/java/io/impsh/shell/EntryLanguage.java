package io.impsh.shell;

import io.impsh.script.Completeness;
import io.impsh.script.Completions;
import java.util.List;

/** What may be entered at the prompt, as far as typing it goes. Answers at once and prints nothing. */
interface EntryLanguage {
    Completeness completeness(String text);

    Completions complete(String text, int cursor);

    /** The commands with a dot that are known. */
    default List<String> commandNames() {
        return List.of();
    }
}
