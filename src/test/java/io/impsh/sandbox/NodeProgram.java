package io.impsh.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program for Node from src/test/js, with the packages of its lock file installed in the build folder. */
public record NodeProgram(Path folder) {
    private static final Path SOURCES = Path.of("src/test/js");
    private static final Path BUILD = Path.of(System.getProperty("impsh.build.directory", "target"));
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    /** What an ended process left. */
    public record Ended(int exitCode, String output) {}

    /** Whether this machine can run one at all. */
    public static boolean isPossible() {
        return List.of("node", "npm").stream().allMatch(NodeProgram::isOnPath);
    }

    private static boolean isOnPath(String command) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Copies the sources and installs what their lock file names, unless that has been done for this very lock file. */
    public static NodeProgram installed(String name) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(BUILD.resolve(name));
        Path lock = folder.resolve("package-lock.json");
        byte[] wanted = Files.readAllBytes(SOURCES.resolve(name).resolve("package-lock.json"));
        boolean installed = Files.exists(folder.resolve("node_modules/.package-lock.json"))
                && Arrays.equals(Files.readAllBytes(lock), wanted);
        copyAll(SOURCES.resolve(name), folder);
        NodeProgram program = new NodeProgram(folder);
        if (!installed) {
            Ended npm = program.run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            if (npm.exitCode() != 0) {
                Files.delete(lock);
                throw new IOException("npm could not install the packages of " + name + ":\n" + npm.output());
            }
        }
        return program;
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Runs a command in its folder to the end. */
    public Ended run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("node", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean over = process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            String text = Files.readString(output, StandardCharsets.UTF_8);
            return new Ended(over ? process.exitValue() : -1, over ? text : text + "\nnot over after " + DEADLINE);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
