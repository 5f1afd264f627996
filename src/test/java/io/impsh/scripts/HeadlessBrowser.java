package io.impsh.scripts;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium without a window: opens a page and tells what became of it. A script of ours is put first into a copy of the
 * page, and writes what it sees at the end into the page, of which the browser then prints all.
 */
final class HeadlessBrowser {
    private static final List<String> COMMANDS = List.of("chromium-headless-shell", "chromium", "google-chrome");
    private static final Pattern SEEN = Pattern.compile("<pre id=\"seen\">([A-Za-z0-9+/=]*)</pre>");
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");
    private static final long LONGEST_SECONDS = 90;

    private static final String WATCHER = """
            const refused = [];
            addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective));
            addEventListener('load', () => setTimeout(() => {
              const library = typeof Chart === 'undefined' ? null : Chart;
              const seen = {
                title: document.title,
                owned: typeof owned !== 'undefined',
                refused,
                requests: performance.getEntriesByType('resource').map((entry) => entry.name),
                scripts: document.scripts.length,
                images: document.images.length,
                headings: [...document.querySelectorAll('h2')].map((heading) => heading.textContent),
                charts: [...document.querySelectorAll('canvas')].map((canvas) => library?.getChart(canvas)).filter(Boolean)
                  .map(({data}) => ({labels: data.labels, series: data.datasets.map((set) => [...set.data])})),
                tables: [...document.querySelectorAll('table')].map((table) => [...table.rows]
                  .map((row) => [...row.cells].map((cell) => cell.textContent))),
              };
              const place = document.body.appendChild(document.createElement('pre'));
              place.id = 'seen';
              place.textContent = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(seen))));
            }, 500)); // what was refused is told a little later
            """;

    private final Path command;

    private HeadlessBrowser(Path command) {
        this.command = command;
    }

    /** That of this machine, if it has one. */
    static Optional<HeadlessBrowser> find() {
        List<String> folders =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return COMMANDS.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(HeadlessBrowser::new);
    }

    /** What became of a page, when all of its scripts had run. */
    JsonNode open(Path page) throws IOException, InterruptedException {
        return watched(
                page, Files.readString(page).replaceFirst(POLICY.pattern(), "$0<script>" + quoted() + "</script>"));
    }

    /** The same under a policy which refuses all scripts of the page, but not ours. */
    JsonNode openWithoutItsScripts(Path page) throws IOException, InterruptedException {
        String policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'nonce-watcher'\">";
        String watcher = "<script nonce=\"watcher\">" + quoted() + "</script>";
        return watched(page, Files.readString(page).replaceFirst(POLICY.pattern(), policy + watcher));
    }

    private static String quoted() {
        return Matcher.quoteReplacement(WATCHER);
    }

    private JsonNode watched(Path page, String text) throws IOException, InterruptedException {
        Path copy = Files.writeString(page.resolveSibling("watched-" + page.getFileName()), text);
        Matcher seen = SEEN.matcher(dump(copy));
        if (!seen.find()) {
            throw new IllegalStateException("no script ran in " + copy);
        }
        byte[] json = Base64.getDecoder().decode(seen.group(1));
        return new JsonMapper().readTree(new String(json, StandardCharsets.UTF_8));
    }

    private String dump(Path page) throws IOException, InterruptedException {
        Path out = page.resolveSibling("dom.html");
        List<String> words = new ArrayList<>(List.of(
                command.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + page.resolveSibling("browser"),
                "--virtual-time-budget=3000",
                "--dump-dom",
                page.toUri().toString()));
        Process browser = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!browser.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(command + " did not end");
            }
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        return Files.readString(out);
    }
}
