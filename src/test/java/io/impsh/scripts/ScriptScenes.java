package io.impsh.scripts;

import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The scenes of one test, each with a folder of its own; closes them after it and removes the folders. */
final class ScriptScenes implements AfterEachCallback {
    private final List<ScriptScene> scenes = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();

    /** With the seed data of 250 devices. */
    ScriptScene start() {
        return start(SandboxOptions.defaults());
    }

    /** Without a rate limit, whatever the options say. */
    ScriptScene start(SandboxOptions options) {
        try {
            Path folder = Files.createTempDirectory("scene");
            folders.add(folder);
            ScriptScene scene = ScriptScene.in(folder, options);
            scenes.add(scene);
            return scene;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        scenes.forEach(ScriptScene::close);
        for (Path folder : folders) {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
