package io.impsh.library;

import io.impsh.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of one header comment. */
final class HeaderReader {
    private static final Pattern TAG = Pattern.compile("@(\\w+)\\s*(.*)");
    private static final List<String> TAGS = List.of("param", "example");

    private final String sourceName;
    private final List<String> description = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();

    HeaderReader(String sourceName) {
        this.sourceName = sourceName;
    }

    ScriptHeader read(HeaderComment comment) {
        Tag open = new Tag("description", comment.firstLine());
        for (int index = 0; index < comment.lines().size(); index++) {
            String line = comment.lines().get(index);
            Matcher tag = TAG.matcher(line);
            if (tag.matches()) {
                finish(open);
                open = new Tag(tag.group(1), comment.firstLine() + index);
                line = tag.group(2);
            }
            open.lines.add(line);
        }
        finish(open);
        if (description.isEmpty()) {
            throw wrong(comment.firstLine(), "the header has no description", "say in a sentence what the script does");
        }
        return new ScriptHeader(description, parameters, examples);
    }

    private void finish(Tag tag) {
        switch (tag.name) {
            case "description" -> description.addAll(tag.paragraphs());
            case "param" -> parameters.add(parameter(tag));
            case "example" ->
                examples.addAll(
                        tag.lines.stream().filter(line -> !line.isEmpty()).toList());
            default -> refuseMisspelt(tag);
        }
    }

    /** Other tags, such as {@code @author}, are left alone; a parameter lost by a typing mistake would not be noticed. */
    private void refuseMisspelt(Tag tag) {
        List<String> near = Nearest.to(tag.name, TAGS, 1);
        if (!near.isEmpty()) {
            throw wrong(tag.line, "unknown tag @" + tag.name + "; did you mean @" + near.get(0) + "?", null);
        }
    }

    private Parameter parameter(Tag tag) {
        try {
            Parameter parameter = ParameterDeclaration.parse(String.join(" ", tag.paragraphs()));
            if (parameters.stream().anyMatch(other -> other.option().equals(parameter.option()))) {
                throw new UsageException("two parameters are called '" + parameter.name() + "'", null);
            }
            return parameter;
        } catch (UsageException failure) {
            throw wrong(tag.line, failure.getMessage(), failure.hint());
        }
    }

    private UsageException wrong(int line, String message, String hint) {
        return new UsageException(sourceName + ":" + line + ": " + message, hint);
    }

    /** One tag with the lines that belong to it. */
    private static final class Tag {
        private final String name;
        private final int line;
        private final List<String> lines = new ArrayList<>();

        Tag(String name, int line) {
            this.name = name;
            this.line = line;
        }

        /** Lines that follow each other make one paragraph. */
        List<String> paragraphs() {
            List<String> paragraphs = new ArrayList<>();
            StringBuilder paragraph = new StringBuilder();
            for (String text : lines) {
                if (text.isEmpty() && paragraph.length() > 0) {
                    paragraphs.add(paragraph.toString());
                    paragraph.setLength(0);
                } else {
                    paragraph.append(paragraph.length() > 0 ? " " : "").append(text);
                }
            }
            if (paragraph.length() > 0) {
                paragraphs.add(paragraph.toString());
            }
            return paragraphs;
        }
    }
}
