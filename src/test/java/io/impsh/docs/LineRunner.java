package io.impsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.docs.LineTables.Line;
import io.impsh.docs.LineTables.Section;
import io.impsh.launcher.Launch;
import io.impsh.launcher.Launched;
import io.impsh.launcher.PackagedProgram;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the lines of a page with the packaged program in a directory of its own: those for the prompt in one session, which
 * begins each section with the seed data, those for the shell as processes, against a sandbox that is served beside them.
 */
final class LineRunner {
    /** Pages name the service itself, and ask for a key where nobody answers here. */
    private static final String SERVICE = "https://api.electricimp.com/v5";

    private static final String ASKED = "'ask'";
    private static final String UNBOND_KEY = "'sandbox-unbond-key'";

    private static final String MARK = "---";

    private final Path home;
    private final Map<String, String> environment;

    LineRunner(Path home) {
        this.home = home;
        this.environment = PackagedProgram.environment(home.resolve("own"));
    }

    /** What is printed between two marks is of the line between them. */
    void session(List<Section> sections, Path directory) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of("--sandbox", "--yes", "--rate-limit", "off"));
        for (Section section : sections) {
            arguments.addAll(List.of("-e", "sandbox.reset()"));
            for (Line line : section.inputs()) {
                lines.add(line);
                String text = line.text().replace(ASKED, UNBOND_KEY);
                arguments.addAll(List.of("-e", text, "-e", "print('" + MARK + "')"));
            }
        }
        Launched ended = launch(PackagedProgram.LAUNCHER, withFiles(directory)).run(arguments.toArray(String[]::new));
        String[] printed = ended.stdout().split("(?m)^" + MARK + "\n", -1);
        for (int index = 0; index < printed.length - 1; index++) {
            check(lines.get(index), printed[index]);
        }
        assertThat(ended.exit())
                .as("%s: %s", lines.get(Math.min(printed.length, lines.size()) - 1), ended.stderr())
                .isZero();
    }

    /** Sections have nothing to do with each other, and starting a process takes long: two go on at a time. */
    void commands(List<Section> sections, Path folder) throws Exception {
        List<Callable<Void>> runs = new ArrayList<>();
        for (Section section : sections.stream().filter(Section::hasCommands).toList()) {
            Path directory = withFiles(Files.createTempDirectory(folder, "section"));
            runs.add(() -> {
                commands(section, directory);
                return null;
            });
        }
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> run : two.invokeAll(runs)) {
                run.get();
            }
        } finally {
            two.shutdown();
        }
    }

    private void commands(Section section, Path directory) throws IOException, InterruptedException {
        SandboxOptions options = SandboxOptions.defaults().withoutRateLimit().withLogRate(1000);
        try (Sandbox sandbox = Sandbox.start(options)) {
            for (Line line : section.commands()) {
                command(line, sandbox, directory);
            }
        }
    }

    private void command(Line line, Sandbox sandbox, Path directory) throws IOException, InterruptedException {
        String endpoint = sandbox.baseUrl().toString();
        Launched ended = launch(Path.of("/bin/sh"), directory)
                .with("IMPSH_ENDPOINT", endpoint)
                .with("IMPSH_USER", sandbox.user())
                .with("IMPSH_PASSWORD", sandbox.password())
                .run("-c", line.text().replace(SERVICE, endpoint));
        assertThat(ended.exit()).as("%s: %s", line, ended.stderr()).isZero();
        check(line, ended.stdout());
    }

    private Launch launch(Path program, Path directory) {
        Launch launch = new Launch(program, home).in(directory);
        environment.forEach(launch::with);
        return launch.with("PATH", PackagedProgram.LAUNCHER.getParent() + ":" + System.getenv("PATH"))
                .with("HOME", home);
    }

    /** The files that the lines of the pages name. */
    private static Path withFiles(Path directory) throws IOException {
        Files.writeString(directory.resolve("device.nut"), "server.log(\"hello\");\n");
        Files.writeString(directory.resolve("agent.nut"), "server.log(\"hello from the agent\");\n");
        Files.writeString(directory.resolve("password.txt"), "sandbox\n");
        Files.writeString(directory.resolve("key.txt"), "sandboxloginkey1\n");
        return directory;
    }

    private static void check(Line line, String printed) {
        if (line.shown() != null) {
            assertThat(printed.strip()).as("%s", line).isEqualTo(line.shown());
        } else if (!line.maySayNothing()) {
            assertThat(printed).as("what %s shows", line).isNotBlank();
        }
    }
}
