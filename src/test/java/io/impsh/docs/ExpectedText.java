package io.impsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page says is printed. A line of three dots stands for any number of lines; times that something took are all
 * the same, and so are the ids of plans.
 */
record ExpectedText(String place, List<String> lines) {
    private static final String ANY_LINES = "...";
    private static final Pattern TOOK = Pattern.compile("\\b\\d+(\\.\\d+)? (ms|s|min)\\b");

    private static final Pattern PLAN_ID = Pattern.compile("(plans\\.[a-z]+\\(')[0-9a-f]{6}(?=')");

    /** How many devices of a stream are live is said when it is known, whatever is being done then. */
    private static final Pattern UNASKED = Pattern.compile("(?m)^streaming \\d+ devices: .*\\n?");

    void check(String printed) {
        String wanted = withoutChances(String.join("\n", lines)).stripTrailing();
        String actual = withoutChances(UNASKED.matcher(printed).replaceAll("")).stripTrailing();
        if (lines.contains(ANY_LINES)) {
            assertThat(actual).as(place).matches(Pattern.compile(pattern(wanted), Pattern.DOTALL));
        } else {
            assertThat(actual).as(place).isEqualTo(wanted);
        }
    }

    /** What the page shows after a question; a question that it does not show is answered with yes. */
    String answerTo(String question) {
        return lines.stream()
                .filter(line -> line.startsWith(question.strip()))
                .map(line -> line.substring(question.strip().length()).strip())
                .findFirst()
                .orElse("y");
    }

    private static String pattern(String wanted) {
        return wanted.lines()
                .map(line -> line.equals(ANY_LINES) ? "(?s:.*)" : Pattern.quote(line))
                .collect(Collectors.joining("\n"))
                .replace("(?s:.*)\n", "(?s:(.*\n)?)")
                .replace("\n(?s:.*)", "(?s:(\n.*)?)");
    }

    private static String withoutChances(String text) {
        return PLAN_ID.matcher(TOOK.matcher(text).replaceAll("0 s")).replaceAll("$1id");
    }
}
