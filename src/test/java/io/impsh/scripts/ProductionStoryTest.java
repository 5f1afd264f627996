package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.sandbox.WebhookReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product's whole life in production, as one saved script. */
class ProductionStoryTest {
    private static final String STORY = "docs/examples/production-story.js";

    @TempDir
    Path folder;

    @Test
    void isToldFromTheFirstGroupToTheLast() throws Exception {
        try (WebhookReceiver hooks = new WebhookReceiver();
                ScriptScene scene =
                        ScriptScene.in(folder, SandboxOptions.defaults().withDevices(40))) {
            scene.variable("IMPSH_PARAM_UNBOND_KEY", "sandbox-unbond-key");
            String before = things(scene);

            CommandLineRun run =
                    scene.run(STORY, "--product", "Kettle", "--hook", hooks.url("/kettle"), "--yes", "-o", "ndjson");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).isEqualTo("""
                            {"stage":"set up","groups":3,"webhooks":3}
                            {"stage":"first builds","factory":"kettle-factory","field":"kettle-1"}
                            {"stage":"fixture","group":"Kettle factory","log":"factory"}
                            {"stage":"blessed","field":10,"online":10}
                            {"stage":"canary","canaries":2,"field":8}
                            {"stage":"released","field":10,"build":"kettle-2"}
                            {"stage":"two came back","field":8,"free":2}
                            {"stage":"cleaned up","removed":4,"left":1}
                            {"stage":"removed","products":0,"builds":0}
                            """);
            assertThat(received(hooks, 22)).isEqualTo(Map.of("deployment", 2, "blessing", 10, "blinkup", 10));
            assertThat(things(scene)).isEqualTo(before);
            assertThat(written()).isNotEmpty().noneMatch(text -> text.contains("sandbox-unbond-key"));
            assertThat(scene.value("devices.where({group: null, name: /^kettle/i}).count()"))
                    .isEqualTo("11");
        }
    }

    /** What is in the files that were written: journals, and whatever else. */
    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return texts;
        }
    }

    /** What is there besides devices. */
    private static String things(ScriptScene scene) {
        return scene.value("json([products, groups, builds, webhooks].map(all => all.map(one => one.id)))");
    }

    /** How often each event was told, of so many calls. */
    private static Map<String, Integer> received(WebhookReceiver hooks, int calls) throws InterruptedException {
        Map<String, Integer> counts = new TreeMap<>();
        for (int call = 0; call < calls; call++) {
            String told = hooks.next();
            assertThat(told).startsWith("POST /kettle application/json ");
            counts.merge(event(told), 1, Integer::sum);
        }
        assertThat(hooks.waiting()).isZero();
        return counts;
    }

    /** Each event has a fact of its own. */
    private static String event(String told) {
        return told.contains("\"deployment_id\"")
                ? "deployment"
                : told.contains("\"plan_id\"") ? "blinkup" : "blessing";
    }
}
