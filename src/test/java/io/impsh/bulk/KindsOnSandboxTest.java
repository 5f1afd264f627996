package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Filter;
import io.impsh.api.NewDeployment;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Webhook;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds and webhooks in the embedded cloud, with and without lost answers. */
@Execution(ExecutionMode.CONCURRENT)
class KindsOnSandboxTest {
    private static final ApplyOptions GO_ON = ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY);

    private final SandboxFleet fleet = new SandboxFleet(10, 1);

    @AfterEach
    void close() {
        fleet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reset:30%", "500:15%,truncate:15%"})
    void buildsAreMarkedCopiedAndRemoved(String faults) {
        DeviceGroup line = fleet.named("Line 1");
        DeviceGroup to = fleet.named("Line 2");
        deploy(line, 12);
        List<Deployment> builds = builds(line);
        int before = builds(to).size();
        finish(fleet.planner.addTags(builds, List.of("RC")), faults);
        assertThat(builds(line)).allSatisfy(build -> assertThat(build.tags()).contains("RC"));
        finish(fleet.planner.flag(builds), faults);
        assertThat(builds(line)).allMatch(Deployment::flagged);
        agrees(apply(fleet.planner.copy(builds(line), to, true), faults), builds(to), before);
        fleet.client
                .deviceGroups()
                .setMinSupportedDeployment(line.id(), builds(line).get(0).id());
        finish(fleet.planner.removeBuilds(builds(line), Removal.forced()), faults);
        assertThat(builds(line)).hasSize(1);
    }

    /** Every copy that is said to be made is there once, in the order of the plan, and no other is. */
    private static void agrees(Report report, List<Deployment> present, int before) {
        List<String> created = report.results(Outcome.DONE).stream()
                .map(result -> result.created().id())
                .toList();
        assertThat(report.results(Outcome.UNKNOWN)).isEmpty();
        List<String> newest = present.stream()
                .sorted(Comparator.comparing(Deployment::createdAt))
                .skip(before)
                .map(Deployment::id)
                .toList();
        assertThat(newest).isEqualTo(created).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reset:30%"})
    void webhooksAreMadeChangedAndRemoved(String faults) {
        List<DeviceGroup> groups = fleet.groups();
        WebhookFacts facts = new WebhookFacts("https://hooks.example/", "deployment", Webhook.JSON);
        finish(fleet.planner.createWebhooks(groups, facts), faults);
        assertThat(webhooks("https://hooks.example/")).hasSize(groups.size());
        assertThat(fleet.planner.createWebhooks(groups, facts).title()).isEqualTo("make no webhooks");
        List<Webhook> made = webhooks("https://hooks.example/");
        finish(fleet.planner.updateWebhooks(made, "https://new.example/", Webhook.FORM), faults);
        assertThat(webhooks("https://new.example/"))
                .extracting(Webhook::contentType)
                .hasSize(groups.size())
                .containsOnly(Webhook.FORM);
        finish(fleet.planner.removeWebhooks(webhooks("https://new.example/")), faults);
        assertThat(webhooks("https://new.example/")).isEmpty();
    }

    /** The client gives up after some lost answers in a row, which stops a run. */
    private void finish(Plan plan, String faults) {
        Report report = apply(plan, faults);
        for (int tries = 0; !report.complete() || report.stopped() != null; tries++) {
            assertThat(tries).as(Told.report(report)).isLessThan(10);
            report = apply(plan.again(plan.items()), faults);
        }
    }

    private Report apply(Plan plan, String faults) {
        fleet.sandbox.setFaults(faults);
        try {
            return fleet.apply(plan, GO_ON);
        } finally {
            fleet.sandbox.setFaults("");
        }
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
