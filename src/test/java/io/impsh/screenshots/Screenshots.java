package io.impsh.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the pictures in the documentation, all of them or those that are named. */
final class Screenshots {
    private Screenshots() {}

    public static void main(String[] names) throws IOException {
        Files.createDirectories(Scenario.IMAGES);
        for (Scenario scenario : Scenario.all()) {
            if (names.length == 0 || List.of(names).contains(scenario.name())) {
                Files.writeString(scenario.image(), svg(scenario));
                System.out.println(scenario.image());
            }
        }
    }

    private static String svg(Scenario scenario) throws IOException {
        Path home = Files.createTempDirectory("impsh-screenshots");
        try (ScenarioRun run = new ScenarioRun(scenario, home)) {
            return ScreenSvg.draw(run.picture(), scenario.title(), scenario.description());
        } finally {
            remove(home);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
