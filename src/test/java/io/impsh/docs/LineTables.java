package io.impsh.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page that says in tables how something known is done here: what is known on the left, lines to enter on the right. */
record LineTables(List<Section> sections) {
    /** @param title what stands after the {@code ##} */
    record Section(String title, List<Row> rows) {
        /** Those for the prompt. */
        List<Line> inputs() {
            return lines().filter(line -> !line.isCommand()).toList();
        }

        /** Those for the shell of the system. */
        List<Line> commands() {
            return lines().filter(Line::isCommand).toList();
        }

        boolean hasCommands() {
            return lines().anyMatch(Line::isCommand);
        }

        private Stream<Line> lines() {
            return rows.stream().flatMap(row -> row.lines().stream());
        }
    }

    /** @param known the left cell as it is */
    record Row(String known, List<Line> lines) {}

    /**
     * @param place such as {@code docs/porting.md:12}
     * @param shown what the line prints, where the page says so; {@code null} otherwise
     */
    record Line(String place, String text, String shown) {
        private static final Pattern SHELL = Pattern.compile("(?:[A-Z_]+=\\S+ )*impsh\\b.*");
        private static final Pattern SILENT =
                Pattern.compile("for \\(.*|.*\\.(?:remove|restart|stopAll|stream)\\((?:[\\[{'].*)?\\)|.* > \\S+");

        /** Whether it is for the shell of the system, and not for the prompt. */
        boolean isCommand() {
            return SHELL.matcher(text).matches();
        }

        /** Nothing is printed by what only does something. */
        boolean maySayNothing() {
            return SILENT.matcher(text).matches();
        }

        @Override
        public String toString() {
            return place + " " + text;
        }
    }

    private static final Pattern ROW = Pattern.compile("\\| (.*?) \\| (.*) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SHOWN = Pattern.compile("(.*?) // → (.*)");
    /** Names of files, options and variables, and commands of the prompt, which are not for programs. */
    private static final Pattern NO_LINE = Pattern.compile("[.-].*|[A-Z_]+");

    static LineTables read(Path page) throws IOException {
        List<Section> sections = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                sections.add(new Section(line.substring("## ".length()), new ArrayList<>()));
            } else if (row.matches() && !isHeading(lines, index)) {
                String place = page + ":" + (index + 1);
                sections.get(sections.size() - 1).rows().add(new Row(row.group(1), lines(place, row.group(2))));
            }
        }
        return new LineTables(sections);
    }

    private static boolean isHeading(List<String> lines, int row) {
        return row + 1 < lines.size() && lines.get(row + 1).startsWith("|---");
    }

    private static List<Line> lines(String place, String cell) {
        return CODE.matcher(cell)
                .results()
                .map(code -> code.group(1))
                .filter(code -> !NO_LINE.matcher(code).matches())
                .map(code -> line(place, code))
                .toList();
    }

    private static Line line(String place, String code) {
        Matcher shown = SHOWN.matcher(code);
        return shown.matches() ? new Line(place, shown.group(1), shown.group(2)) : new Line(place, code, null);
    }

    Stream<Row> rows() {
        return sections.stream().flatMap(section -> section.rows().stream());
    }

    /** What stands in code on the left, in all rows that begin so and have a line. */
    String known(String beginning) {
        return rows().filter(row -> !row.lines().isEmpty())
                .map(Row::known)
                .filter(known -> known.startsWith("`" + beginning + " ") || known.startsWith("`" + beginning + "`"))
                .flatMap(known -> CODE.matcher(known).results())
                .map(MatchResult::group)
                .collect(Collectors.joining(" "));
    }
}
