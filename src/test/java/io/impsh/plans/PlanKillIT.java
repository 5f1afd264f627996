package io.impsh.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Recount;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans of 2,000 devices whose program is killed again and again while the service misbehaves, and which are taken up
 * again: every device ends in exactly one outcome, the service's own record agrees, nothing moves twice, nothing is lost,
 * and undoing brings the first state back.
 */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class PlanKillIT {
    private static final int FLEETS = 2;
    private static final int KILLS = Integer.getInteger("impsh.test.plan.kills", 20) / FLEETS;
    private static final int DEVICES = 2000;
    private static final int BATCH = 100;
    private static final String FAULTS = "reset:3%,500:1%,delay:10%@200ms,429:2%";
    /** A plan of so many devices that nobody disturbs has these beside the items. */
    private static final int LINES = 42;

    private static final String HOME = "Line 1";
    private static final String AWAY = "Line 2";

    @TempDir
    private Path home;

    private Random random;
    private Sandbox sandbox;
    private PlanProgram impsh;
    private int kills;
    private int starts;

    /** Each in a cloud of its own, beside each other: most of the time they wait. */
    static LongStream fleets() {
        return LongStream.rangeClosed(1, FLEETS);
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void nothingIsLostAndNothingIsDoneTwiceHoweverOftenItIsKilled(long seed) throws IOException {
        random = new Random(seed);
        try (Sandbox started = Sandbox.start(SandboxOptions.defaults()
                .withDevices(DEVICES)
                .withSeed(seed)
                .withLatency(Duration.ofMillis(20))
                .withRateLimit(60)
                .withStrict(true))) {
            sandbox = started;
            impsh = new PlanProgram(home, sandbox);
            sandbox.moveAll(HOME);
            Map<String, String> first = sandbox.recount().groupByDevice();
            for (int round = 1; kills < KILLS; round++) {
                sandbox.setFaults(FAULTS);
                String there = killedTimeAndAgain(
                        "round " + round, "devices.where({group: '" + HOME + "'}).assignTo('" + AWAY + "')", AWAY);
                killedTimeAndAgain("undo of round " + round, "plans.undo('" + there + "')", HOME);
                sandbox.setFaults("");
                if (!sandbox.recount().groupByDevice().equals(first)) {
                    undoTheRest(there);
                }
                assertThat(sandbox.recount().groupByDevice())
                        .as("where the devices are after round %d", round)
                        .isEqualTo(first);
            }
        }
    }

    /** @return the id of the plan */
    private String killedTimeAndAgain(String what, String expression, String to) throws IOException {
        String file = "plan-" + starts + ".json";
        expect(0, impsh.start("plan", expression, "--out", file));
        JsonNode plan = JsonMapper.shared().readTree(impsh.file(file).toFile());
        String id = plan.path("id").stringValue();
        PlanJournal journal = impsh.journal(id);
        Recount before = sandbox.recount();
        while (!journal.isComplete()) {
            starts++;
            PlanProgram.Running run = impsh.start("apply", hasBegun(journal) ? id : file);
            if (kills < KILLS && run.killWhen(someMoment(journal))) {
                kills++;
            } else {
                assertThat(run.await()).as(run::said).isIn(0, 3, 5);
            }
        }
        check(what, journal, to, before, sandbox.recount());
        return id;
    }

    private static void expect(int code, PlanProgram.Running run) {
        assertThat(run.await()).as(run::said).isEqualTo(code);
    }

    private static boolean hasBegun(PlanJournal journal) {
        return !journal.records("begin").isEmpty();
    }

    /** While the program starts, while the plan is written down, or once some more lines have been written about requests. */
    private BooleanSupplier someMoment(PlanJournal journal) {
        int dice = random.nextInt(8);
        if (dice == 0) {
            long end = System.nanoTime() + random.nextInt(1_000) * 1_000_000L;
            return () -> System.nanoTime() > end;
        }
        boolean begun = hasBegun(journal);
        int open = DEVICES - journal.settled().size();
        int aboutRequests = 1 + random.nextInt(2 * open / BATCH + 4);
        if (begun) {
            return journal.grownBy(aboutRequests);
        }
        return journal.grownBy(dice == 1 ? random.nextInt(DEVICES) : DEVICES + 2 + aboutRequests);
    }

    private void check(String what, PlanJournal journal, String to, Recount before, Recount after) {
        Map<Integer, String> devices = new TreeMap<>();
        journal.records("item")
                .forEach(item -> devices.put(
                        item.path("n").intValue(),
                        item.path("target").path("id").stringValue()));
        Map<String, String> outcomes = new HashMap<>();
        for (JsonNode settled : journal.records("settled")) {
            for (JsonNode item : settled.path("items")) {
                String device = devices.get(item.path("n").intValue());
                assertThat(outcomes.put(device, item.path("outcome").stringValue()))
                        .as("%s: an earlier outcome of %s", what, device)
                        .isIn(null, "unknown");
            }
        }
        assertThat(outcomes.keySet()).as(what).containsExactlyInAnyOrderElementsOf(devices.values());
        for (String device : before.groupByDevice().keySet()) {
            int moves = times(after, device) - times(before, device);
            String was = before.groupByDevice().get(device);
            String is = after.groupByDevice().get(device);
            String outcome = outcomes.getOrDefault(device, "not planned");
            String words = what + ", device " + device + ", which is " + outcome;
            switch (outcome) {
                case "done" -> {
                    assertThat(is).as(words).isEqualTo(to);
                    assertThat(moves).as("moves in " + words).isEqualTo(1);
                }
                case "unknown" -> assertThat(moves).as("moves in " + words).isBetween(0, 1);
                default -> {
                    assertThat(is).as(words).isEqualTo(was);
                    assertThat(moves).as("moves in " + words).isZero();
                }
            }
        }
        List<JsonNode> ends = journal.records("end");
        Map<String, Integer> counted = new TreeMap<>();
        outcomes.values().forEach(outcome -> counted.merge(outcome, 1, Integer::sum));
        Map<String, Integer> told = new TreeMap<>();
        ends.get(ends.size() - 1).path("counts").forEachEntry((outcome, count) -> told.put(outcome, count.intValue()));
        told.values().removeIf(count -> count == 0);
        assertThat(told).as(what + ": the counts of its last run").isEqualTo(counted);
    }

    private static int times(Recount recount, String device) {
        return recount.assignmentsByDevice().getOrDefault(device, 0);
    }

    private void undoTheRest(String id) {
        expect(0, impsh.start("-e", "plans.undo('" + id + "').apply()"));
    }
}
