package io.impsh.screenshots;

import io.impsh.screenshots.StyledScreen.Picture;
import io.impsh.shell.PtyProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Types a scenario's keys into the program, in a real pseudo-terminal, until its picture is on the screen. */
final class ScenarioRun implements AutoCloseable {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("tab", "\t"),
            Map.entry("enter", "\r"),
            Map.entry("up", "\u001bOA"),
            Map.entry("down", "\u001bOB"),
            Map.entry("right", "\u001bOC"),
            Map.entry("left", "\u001bOD"),
            Map.entry("escape", "\u001b"),
            Map.entry("ctrl-a", "\u0001"),
            Map.entry("ctrl-c", "\u0003"),
            Map.entry("ctrl-r", "\u0012"));

    /** A screen that has not changed for so long is drawn to its end. */
    private static final Duration STILL = Duration.ofMillis(400);

    private final Scenario scenario;
    private final PtyProgram program;
    /** How much output there was when the last key was pressed. */
    private int typedAt;

    /** @param home a folder for the program's files, and for those of the user */
    ScenarioRun(Scenario scenario, Path home) {
        this.scenario = scenario;
        String folder = Path.of("").toAbsolutePath().toString();
        program = PtyProgram.start(
                "sh -c '" + scenario.command().replace("'", "'\\''") + "'",
                Map.of(
                        "IMPSH_HOME", home.toString(),
                        "HOME", home.toString(),
                        "PATH", folder + ":" + System.getenv("PATH"),
                        "TERM", "xterm-256color",
                        "TZ", "UTC",
                        "IMPSH_NO_BUILD", "1",
                        "IMPSH_NO_ARCHIVE", "1"),
                scenario.columns(),
                scenario.rows());
    }

    Picture picture() {
        Picture picture = null;
        for (Scenario.Step step : scenario.steps()) {
            switch (step.verb()) {
                case "type" -> type(step.object());
                case "enter" -> type(step.object() + "\r");
                case "press" -> type(key(step.object()));
                case "wait" -> picture = screenWith(step.object(), STILL);
                case "catch" -> picture = screenWith(step.object(), Duration.ZERO);
                default -> picture = same(picture, step.object().split(" => ", 2));
            }
        }
        return picture;
    }

    private static String key(String name) {
        if (!KEYS.containsKey(name)) {
            throw new IllegalArgumentException("no key is called '" + name + "'");
        }
        return KEYS.get(name);
    }

    private void type(String keys) {
        typedAt = program.raw().length();
        program.type(keys);
    }

    private Picture screenWith(String pattern, Duration quiet) {
        Pattern wanted = Pattern.compile(pattern, Pattern.MULTILINE);
        try {
            return screen(program.awaitOutput(
                    output -> output.length() > typedAt
                            && wanted.matcher(screen(output).text()).find(),
                    quiet));
        } catch (AssertionError e) {
            throw new AssertionError(
                    "%s waits for /%s/, but the screen shows\n%s"
                            .formatted(
                                    scenario.name(),
                                    pattern,
                                    screen(program.raw()).text()),
                    e);
        }
    }

    private Picture screen(String output) {
        StyledScreen screen = new StyledScreen(scenario.columns(), scenario.rows());
        screen.write(output);
        return screen.picture();
    }

    private static Picture same(Picture picture, String[] replacement) {
        return picture.with(Pattern.compile(replacement[0]), replacement[1]);
    }

    @Override
    public void close() {
        program.close();
    }
}
