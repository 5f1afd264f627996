package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dry run lists at its end is what a run sends, in its order; and a dry run, once and again, changes nothing. */
class DryRunTruthTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/io/impsh/script/dry-run");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16}");

    @ParameterizedTest
    @ValueSource(strings = {"production", "factory", "cleanup", "loops", "recorded"})
    void listsWhatARunSends(String name) throws Exception {
        String script = Files.readString(SCRIPTS.resolve(name + ".js"));
        List<String> planned;
        try (SandboxSession dry =
                SandboxSession.with().sandbox(options()).dryRun().start()) {
            dry.io.nobodyIsThere();
            String before = state(dry);
            planned = recorded(dry, script);
            assertThat(state(dry)).as("the first time").isEqualTo(before);
        }
        try (SandboxSession again =
                SandboxSession.with().sandbox(options()).dryRun().start()) {
            again.io.nobodyIsThere();
            assertThat(recorded(again, script)).as("the second time").isEqualTo(planned);
        }
        List<String> sent = new CopyOnWriteArrayList<>();
        try (SandboxSession real = SandboxSession.with()
                .sandbox(options())
                .trace(lines -> keepWrites(lines, sent))
                .start()) {
            real.run(inFunction(script));
        }
        assertThat(planned).isNotEmpty();
        Set<String> known = ids(planned);
        known.retainAll(ids(sent));
        assertThat(shapes(sent, known)).isEqualTo(shapes(planned, known));
    }

    private static SandboxOptions options() {
        return SandboxOptions.defaults().withStrict(true).withoutRateLimit();
    }

    /** Without a login, whose tokens are no change. */
    private static void keepWrites(String lines, List<String> sent) {
        Matcher request =
                Pattern.compile("\\A> ((?:POST|PUT|PATCH|DELETE) [^\\s?]+)").matcher(lines);
        if (request.find() && !request.group(1).contains("/auth")) {
            sent.add(request.group(1));
        }
    }

    private static List<String> recorded(SandboxSession session, String script) {
        session.run(inFunction(script));
        return session.session.recordedWrites();
    }

    private static String inFunction(String script) {
        return "(() => {\n" + script + "\n})()";
    }

    /**
     * Method and path of each. What is made has another id each time; the requests of one phase of a plan are under way
     * together, and sorted.
     */
    private static List<String> shapes(List<String> writes, Set<String> known) {
        List<String> shapes = new ArrayList<>();
        int begin = 0;
        for (String write : writes) {
            String[] words = write.split(" ");
            String shape = words[0] + " "
                    + ID.matcher(words[1]).replaceAll(id -> known.contains(id.group()) ? id.group() : "new");
            boolean goesOn = begin < shapes.size() && kind(shapes.get(begin)).equals(kind(shape));
            begin = goesOn ? begin : shapes.size();
            shapes.add(shape);
            Collections.sort(shapes.subList(begin, shapes.size()));
        }
        return shapes;
    }

    private static String kind(String shape) {
        return ID.matcher(shape).replaceAll("new");
    }

    private static Set<String> ids(List<String> writes) {
        return writes.stream()
                .flatMap(write -> ID.matcher(write.split(" ")[1]).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** All that the sandbox tells of itself but how often it was asked. */
    private static String state(SandboxSession session) throws IOException, InterruptedException {
        URI door = session.sandbox.baseUrl().resolve("/sandbox/state");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(door).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .replaceFirst("\"requests\":.*,\"rateLimited\"", "\"rateLimited\"");
    }
}
