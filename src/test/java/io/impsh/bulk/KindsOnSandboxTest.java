package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Filter;
import io.impsh.api.NewDeployment;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Webhook;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds and webhooks in the embedded cloud, with and without lost answers. */
class KindsOnSandboxTest {
    private static final ApplyOptions GO_ON = ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY);

    private final SandboxFleet fleet = new SandboxFleet(10, 1);

    @AfterEach
    void close() {
        fleet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reset:30%", "500:10%,truncate:20%"})
    void buildsAreMarkedCopiedAndRemoved(String faults) {
        DeviceGroup line = fleet.named("Line 1");
        DeviceGroup to = fleet.named("Line 2");
        deploy(line, 12);
        int before = builds(to).size();
        fleet.sandbox.setFaults(faults);
        List<Deployment> builds = builds(line);
        assertThat(done(fleet.planner.addTags(builds, List.of("RC")))).isEqualTo(builds.size());
        assertThat(builds(line)).allSatisfy(build -> assertThat(build.tags()).contains("RC"));
        fleet.apply(fleet.planner.flag(builds), GO_ON);
        assertThat(builds(line)).allMatch(Deployment::flagged);
        Report copied = fleet.apply(fleet.planner.copy(builds(line), to, true), GO_ON);
        agrees(copied, builds(to), before);
        Report removed = fleet.apply(fleet.planner.removeBuilds(builds(line), Removal.forced()), GO_ON);
        assertThat(removed.results(Outcome.FAILED)).isEmpty();
        assertThat(builds(line)).extracting(Deployment::id).doesNotContainAnyElementsOf(removedIds(removed));
    }

    /** Every copy is there once, in the order of the plan, and known by its id. */
    private static void agrees(Report report, List<Deployment> present, int before) {
        List<String> created = report.results(Outcome.DONE).stream()
                .map(result -> result.created().id())
                .toList();
        assertThat(report.counts()).containsEntry(Outcome.DONE, report.all().size());
        assertThat(present).hasSize(before + created.size());
        List<String> newest = present.stream()
                .sorted((one, other) -> one.createdAt().compareTo(other.createdAt()))
                .skip(before)
                .map(Deployment::id)
                .toList();
        assertThat(newest).isEqualTo(created);
    }

    private static List<String> removedIds(Report report) {
        return report.results(Outcome.DONE).stream()
                .filter(result -> result.item().change() instanceof Change.Remove)
                .map(result -> result.item().target().id())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reset:30%"})
    void webhooksAreMadeChangedAndRemoved(String faults) {
        List<DeviceGroup> groups = fleet.groups();
        WebhookFacts facts = new WebhookFacts("https://hooks.example/", "deployment", Webhook.JSON);
        fleet.sandbox.setFaults(faults);
        assertThat(done(fleet.planner.createWebhooks(groups, facts))).isEqualTo(groups.size());
        assertThat(webhooks("https://hooks.example/")).hasSize(groups.size());
        assertThat(fleet.planner.createWebhooks(groups, facts).title()).isEqualTo("make no webhooks");
        Plan update =
                fleet.planner.updateWebhooks(webhooks("https://hooks.example/"), "https://new.example/", Webhook.FORM);
        assertThat(done(update)).isEqualTo(groups.size());
        assertThat(webhooks("https://new.example/"))
                .extracting(Webhook::contentType)
                .hasSize(groups.size())
                .containsOnly(Webhook.FORM);
        assertThat(done(fleet.planner.removeWebhooks(webhooks("https://new.example/"))))
                .isEqualTo(groups.size());
        assertThat(webhooks("https://new.example/")).isEmpty();
    }

    private int done(Plan plan) {
        return fleet.apply(plan, GO_ON).counts().get(Outcome.DONE);
    }

    private void deploy(DeviceGroup group, int count) {
        IntStream.range(0, count).forEach(number -> fleet.client
                .deployments()
                .create(new NewDeployment(group.ref(), "// " + number, "", null, null, List.of("n" + number), false)));
    }

    private List<Deployment> builds(DeviceGroup group) {
        return fleet.client.deployments().list(StateReader.in(group.ref())).toList();
    }

    private List<Webhook> webhooks(String url) {
        return fleet.client.webhooks().list(Filter.none()).toList().stream()
                .filter(webhook -> webhook.url().equals(url))
                .toList();
    }
}
