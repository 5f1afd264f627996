package io.impsh.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The help of a saved script, made from its header. */
final class ScriptHelp {
    private static final int WIDTH = 80;
    private static final String GAP = "  ";

    private final SavedScript script;
    private final StringBuilder text = new StringBuilder();

    private ScriptHelp(SavedScript script) {
        this.script = script;
    }

    static String of(SavedScript script) {
        ScriptHelp help = new ScriptHelp(script);
        help.description();
        help.usage();
        help.parameters();
        help.examples();
        return help.text.toString();
    }

    private void description() {
        for (String paragraph : script.header().description()) {
            lines("", List.of(paragraph.split(" ")));
            text.append('\n');
        }
    }

    private void usage() {
        List<String> words = new ArrayList<>();
        for (Parameter parameter : script.header().parameters()) {
            String one = parameter.repeated() ? synopsis(parameter) + "..." : synopsis(parameter);
            words.add(parameter.required() ? one : "[" + one + "]");
        }
        lines("Usage: impsh run " + quoted(script.name()) + (words.isEmpty() ? "" : " "), words);
    }

    /** As a shell wants it. */
    private static String quoted(String name) {
        return name.matches("[\\w./+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    private static String synopsis(Parameter parameter) {
        String placeholder = parameter.placeholder();
        return placeholder.isEmpty() ? parameter.option() : parameter.option() + " " + placeholder;
    }

    private void parameters() {
        List<Parameter> parameters = script.header().parameters();
        if (parameters.isEmpty()) {
            return;
        }
        text.append('\n');
        int names = longest(parameters.stream().map(ScriptHelp::synopsis).toList());
        int descriptions = longest(parameters.stream()
                .filter(ScriptHelp::showsDefault)
                .map(Parameter::description)
                .toList());
        for (Parameter parameter : parameters) {
            text.append(GAP).append(padded(synopsis(parameter), names)).append(GAP);
            if (showsDefault(parameter)) {
                text.append(padded(parameter.description(), descriptions))
                        .append(GAP)
                        .append("[default: ")
                        .append(PresetText.written(parameter.preset()))
                        .append("]\n");
            } else {
                text.append(parameter.description()).append('\n');
            }
        }
    }

    /** That a flag is off when it is not given goes without saying. */
    private static boolean showsDefault(Parameter parameter) {
        return parameter.preset() != null
                && !(parameter.type() == ParameterType.BOOLEAN
                        && TextValue.of(parameter, parameter.preset()).equals(false));
    }

    private void examples() {
        List<String> examples = script.header().examples();
        if (examples.size() == 1) {
            text.append("\nExample: ").append(examples.get(0)).append('\n');
        } else if (!examples.isEmpty()) {
            text.append("\nExamples:\n")
                    .append(examples.stream()
                            .map(example -> GAP + example + "\n")
                            .collect(Collectors.joining()));
        }
    }

    /** Words after a beginning; lines that follow are indented as far as the beginning is long. */
    private void lines(String beginning, List<String> words) {
        StringBuilder line = new StringBuilder(beginning);
        for (String word : words) {
            boolean first = line.length() == beginning.length();
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(beginning.length()));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        text.append(line).append('\n');
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
