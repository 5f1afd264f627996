package io.impsh.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is typed to get one picture; the first line of its file says what is to be seen. The other lines are each a word
 * and what goes with it:
 *
 * <pre>
 * screen 100x24                 columns and rows
 * run impsh --sandbox           the command, as for sh
 * title TEXT                    in the window's frame; else the command
 * type TEXT, enter TEXT         keys; enter presses Enter at the end
 * press tab                     a key by its name
 * wait PATTERN                  until the screen shows it and stands still
 * catch PATTERN                 until the screen shows it for the first time
 * same PATTERN => TEXT          what is different each time is drawn as this text
 * </pre>
 */
record Scenario(
        String name, String description, int columns, int rows, String command, String title, List<Step> steps) {
    static final Path FOLDER = Path.of("src/screenshots");
    static final Path IMAGES = Path.of("docs/images");
    private static final String ENDING = ".keys";

    /** A line of the file. */
    record Step(String verb, String object) {}

    /** Those of all pictures, by name. */
    static List<Scenario> all() throws IOException {
        List<Scenario> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                all.add(read(name.substring(0, name.length() - ENDING.length()), Files.readAllLines(file)));
            }
        }
        return all;
    }

    static Scenario read(String name, List<String> lines) {
        String description = lines.get(0).replaceFirst("^# *", "");
        int columns = 100;
        int rows = 30;
        String command = "impsh --sandbox";
        String title = null;
        List<Step> steps = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String verb = line.split(" ", 2)[0];
            String object = line.substring(Math.min(line.length(), verb.length() + 1));
            switch (verb) {
                case "", "#" -> {}
                case "screen" -> {
                    columns = Integer.parseInt(object.split("x")[0]);
                    rows = Integer.parseInt(object.split("x")[1]);
                }
                case "run" -> command = object;
                case "title" -> title = object;
                case "type", "enter", "press", "wait", "catch", "same" -> steps.add(new Step(verb, object));
                default -> throw new IllegalArgumentException(name + ENDING + ": what is '" + line + "'?");
            }
        }
        return new Scenario(
                name, description, columns, rows, command, title == null ? command : title, List.copyOf(steps));
    }

    Path image() {
        return IMAGES.resolve(name + ".svg");
    }
}
