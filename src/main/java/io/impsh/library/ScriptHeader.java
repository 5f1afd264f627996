package io.impsh.library;

import java.util.List;
import java.util.Optional;

/**
 * What the first comment of a script says about it: its help, its command line and its checks are made from this.
 *
 * @param description paragraphs, each in one line
 * @param parameters in the order in which they are declared
 * @param examples command lines
 */
public record ScriptHeader(List<String> description, List<Parameter> parameters, List<String> examples) {
    public ScriptHeader {
        description = List.copyOf(description);
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    /**
     * Reads the header of a script. Empty when the first thing in it, after a {@code #!} line and other comments, is not
     * a comment that begins with {@code /**}.
     *
     * @param sourceName what errors call the script
     * @throws UsageException naming the line, when the header is wrong
     */
    public static Optional<ScriptHeader> read(String sourceName, String text) {
        return HeaderComment.find(text).map(comment -> new HeaderReader(sourceName).read(comment));
    }

    /** The first sentence. */
    public String summary() {
        String first = description.get(0);
        int end = first.indexOf(". ");
        String sentence = end < 0 ? first : first.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** By its name or as it is typed on a command line, without dashes. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter ->
                        parameter.name().equals(name) || parameter.option().equals("--" + name))
                .findFirst();
    }
}
