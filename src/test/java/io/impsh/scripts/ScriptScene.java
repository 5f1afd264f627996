package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sandbox of one's own, and the program run against it as often as wanted: each time as a whole, with its words, its
 * streams and its exit code, but in this process.
 */
final class ScriptScene implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Sandbox sandbox;
    private final Path folder;
    private final Map<String, String> environment;

    private ScriptScene(SandboxOptions options, Path folder) {
        this.sandbox = Sandbox.start(options);
        this.folder = folder;
        this.environment = new TreeMap<>(Map.of(
                "IMPSH_HOME", folder.resolve("home").toString(),
                "IMPSH_ENDPOINT", sandbox.baseUrl().toString(),
                "IMPSH_USER", sandbox.user(),
                "IMPSH_PASSWORD", sandbox.password()));
    }

    /**
     * The seed data of design section 7, without a rate limit.
     *
     * @param folder an empty one, for the program's home and for files
     */
    static ScriptScene in(Path folder) {
        return in(folder, SandboxOptions.defaults());
    }

    static ScriptScene in(Path folder, SandboxOptions options) {
        return new ScriptScene(options.withoutRateLimit(), folder);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** The name of a file for scripts, whether it is there or not. */
    String file(String name) {
        return path(name).toString();
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The name of a file that was just written. */
    String file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String content(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One more variable for all runs that follow. */
    ScriptScene variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** {@code impsh WORDS}, with nothing on standard input. */
    CommandLineRun impsh(String... words) {
        return impshWith("", words);
    }

    CommandLineRun impshWith(String standardInput, String... words) {
        return CommandLineRun.of(environment, standardInput, words);
    }

    /** {@code impsh run NAME WORDS > /dev/full}. */
    CommandLineRun runOnAFullDisk(String name, String... words) {
        return CommandLineRun.onAFullDisk(environment, withFront(List.of("run", name), words));
    }

    /** {@code impsh run NAME WORDS}. */
    CommandLineRun run(String name, String... words) {
        return impsh(withFront(List.of("run", name), words));
    }

    /** The same with {@code --dry-run}: it has to end with 0, and the whole state of the sandbox has to stay. */
    CommandLineRun dryRun(String name, String... words) {
        String before = state();
        CommandLineRun run = impsh(withFront(List.of("run", name, "--dry-run"), words));
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(state()).as("the state after a dry run of " + name).isEqualTo(before);
        return run;
    }

    /** What an expression prints, without the last line feed. */
    String value(String expression) {
        CommandLineRun run = impsh("-e", expression);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        return run.out().stripTrailing();
    }

    /** All that the sandbox keeps, but for logins, which every run of the program makes. */
    String state() {
        ObjectNode state = (ObjectNode) JSON.readTree(sandbox.stateText());
        state.remove(List.of("tokens", "clock"));
        return state.toPrettyString();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static String[] withFront(List<String> front, String... words) {
        List<String> all = new ArrayList<>(front);
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }
}
