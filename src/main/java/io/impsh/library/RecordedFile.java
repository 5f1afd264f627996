package io.impsh.library;

import io.impsh.script.RecordedParameter;
import io.impsh.script.RecordedScript;
import io.impsh.script.Recording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A recording as a saved script: with a header that says when it was made, and what may be given to it. */
public final class RecordedFile {
    private static final String BEGINNING = "Recorded on ";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final RecordedScript script;

    private RecordedFile(RecordedScript script) {
        this.script = script;
    }

    /** @param isScript whether a text can be run as a script */
    public static RecordedFile of(Recording recording, Predicate<String> isScript) {
        return new RecordedFile(recording.script(RecordedFile::isFree, isScript));
    }

    private static boolean isFree(String name) {
        Parameter parameter = new Parameter(name, ParameterType.STRING, List.of(), false, false, null, name);
        return !ReservedOptions.NAMES.contains(parameter.option());
    }

    /** Whether a file was made of a recording, so that another one may take its place. */
    public static boolean isOne(String text) {
        try {
            return ScriptHeader.read("file", text)
                    .filter(header -> header.description().get(0).startsWith(BEGINNING))
                    .isPresent();
        } catch (UsageException notReadable) {
            return false;
        }
    }

    /** Names that it uses and that were there before the recording began. */
    public List<String> missing() {
        return script.missing();
    }

    /** How many inputs are comments only, as it would not be a script with them. */
    public int unfit() {
        return script.unfit();
    }

    public int parameters() {
        return script.parameters().size();
    }

    /**
     * The whole file.
     *
     * @param place where it was recorded, in words
     * @param command how to run it, for the help
     */
    public String text(LocalDate date, String place, String command) {
        List<String> lines = new ArrayList<>();
        lines.add(BEGINNING + DATE.format(date) + " at " + harmless(place) + ".");
        lines.add("");
        lines.addAll(declarations());
        lines.add("@example " + harmless(command));
        StringBuilder text = new StringBuilder("/**\n");
        lines.forEach(line -> text.append((" * " + line).stripTrailing()).append('\n'));
        return text.append(" */\n").append(script.body()).toString();
    }

    private List<String> declarations() {
        int types = widest(script.parameters().stream()
                .map(parameter -> parameter.type().length())
                .toList());
        int names = widest(script.parameters().stream()
                .map(parameter -> bracketed(parameter).length())
                .toList());
        List<String> lines = new ArrayList<>();
        for (RecordedParameter parameter : script.parameters()) {
            String type = "{" + parameter.type() + "}"
                    + " ".repeat(types - parameter.type().length());
            String name = bracketed(parameter);
            lines.add("@param " + type + " " + name + " ".repeat(names - name.length()) + " " + parameter.text());
        }
        return lines;
    }

    private static int widest(List<Integer> lengths) {
        return lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static String bracketed(RecordedParameter parameter) {
        String preset = parameter.preset() == null ? "" : "=" + PresetText.written(parameter.preset());
        return parameter.optional() ? "[" + parameter.name() + preset + "]" : parameter.name();
    }

    /** Without what would end the comment, or begin another line. */
    private static String harmless(String text) {
        return text.replace("*/", "* /").replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }
}
