package io.impsh.script;

import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;

/**
 * Remembers what was evaluated, so that a place in a rewritten text can be shown as the user typed it. A function of an
 * old input can fail long afterwards; beyond the last few hundred inputs its place is shown in the rewritten text.
 */
final class EvaluatedSources {
    private static final int REMEMBERED = 400;

    private final Map<Source, ScriptText> texts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, ScriptText> eldest) {
            return size() > REMEMBERED;
        }
    };

    Source source(ScriptText text) {
        Source source =
                Source.newBuilder("js", text.rewritten().text(), text.name()).buildLiteral();
        texts.put(source, text);
        return source;
    }

    /** The whole text around a section as the user typed it, or {@code null} if it is not known any more. */
    String text(SourceSection section) {
        ScriptText known = section == null ? null : texts.get(section.getSource());
        return known == null ? null : known.rewritten().original();
    }

    /** Whether the text around a place has other lines, so that the place has to be told. */
    boolean hasOtherLines(SourcePosition position) {
        return position != null
                && texts.values().stream()
                        .filter(text -> text.name().equals(position.source()))
                        .anyMatch(text -> text.rewritten().original().strip().contains("\n"));
    }

    /** The offset in that text, or -1. */
    int offset(SourceSection section) {
        ScriptText known = section == null || !section.isAvailable() ? null : texts.get(section.getSource());
        return known == null ? -1 : known.rewritten().originalOffset(section.getCharIndex());
    }

    /** The place of a section, or {@code null} if it is not in a text of the user. */
    SourcePosition position(SourceSection section) {
        if (section == null || !section.isAvailable() || section.getSource().isInternal()) {
            return null;
        }
        Source source = section.getSource();
        ScriptText known = texts.get(source);
        ScriptText text = known != null
                ? known
                : new ScriptText(
                        source.getName(),
                        1,
                        Rewritten.unchanged(source.getCharacters().toString()));
        return text.position(section.getCharIndex());
    }
}
