package io.impsh.output;

import static io.impsh.output.Printed.ASCII;
import static io.impsh.output.Printed.PIPE;
import static io.impsh.output.Printed.TERMINAL;
import static io.impsh.output.Printed.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.PlanSummary;
import io.impsh.bulk.PlanSummary.Move;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanTextTest {
    private static final PlanSummary MOVE = new PlanSummary(
            "move 66 devices",
            List.of(new Move("Line 1", "Line 2", 66)),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            3,
            Duration.ofMillis(75),
            40,
            66);

    @Test
    void saysWhatMovesAndWhatItTakes() {
        assertThat(text(PlanText.lines(MOVE, "p", TERMINAL))).isEqualTo("""
                        Plan: move 66 devices
                           Line 1  →  Line 2     66
                           left alone             0
                           3 requests, about 1 s at 40 requests/s
                        Apply with p.apply(), look with p.items, keep with p.save('file').
                        """);
    }

    @Test
    void hintsAreForPeopleOnly() {
        assertThat(text(PlanText.lines(MOVE, "p", PIPE))).isEqualTo("""
                        Plan: move 66 devices
                           Line 1  →  Line 2     66
                           left alone             0
                           3 requests, about 1 s at 40 requests/s
                        """);
    }

    @Test
    void givesReasonsAndOwners() {
        Map<String, Integer> leftAlone = new LinkedHashMap<>();
        leftAlone.put("already there", 4);
        leftAlone.put("the group is of another product", 12);
        PlanSummary summary = new PlanSummary(
                "move 1,250 devices",
                List.of(new Move("Line 1", "Line 2", 1200), new Move("unassigned", "Line 2", 50)),
                Map.of("builds removed", 1_000),
                leftAlone,
                Map.of("is in a factory group", 2),
                Map.of("partner\u0007", 30),
                137,
                Duration.ofSeconds(200),
                0.5,
                1250);
        assertThat(text(PlanText.lines(summary, "p", ASCII))).isEqualTo("""
                        Plan: move 1,250 devices
                           Line 1      ->  Line 2                              1,200
                           unassigned  ->  Line 2                                 50
                           builds removed                                      1,000
                           left alone: already there                               4
                           left alone: the group is of another product            12
                           may be refused, sent last: is in a factory group        2
                           owned by partner\\x07                                   30
                           137 requests, about 3 min 20 s at 0.5 requests/s
                        Apply with p.apply(), look with p.items, keep with p.save('file').
                        """);
    }

    @Test
    void aPlanThatSendsNothingHasNoHint() {
        PlanSummary summary = new PlanSummary(
                "move no devices",
                List.of(),
                Map.of(),
                Map.of("already there", 3),
                Map.of(),
                Map.of(),
                0,
                Duration.ZERO,
                40,
                0);
        assertThat(text(PlanText.lines(summary, "p", TERMINAL))).isEqualTo("""
                        Plan: move no devices
                           left alone: already there      3
                        """);
    }

    @Test
    void jsonHasTheNumbersAndTheItems() {
        Map<String, Object> tree = PlanTree.plan(
                "7f3a00",
                MOVE,
                List.of(ItemResults.assigned("thermo-0001", null).item()));
        String json = JsonText.compact(tree);
        assertThat(json)
                .isEqualTo("{\"id\":\"7f3a00\",\"title\":\"move 66 devices\","
                        + "\"moves\":[{\"from\":\"Line 1\",\"to\":\"Line 2\",\"count\":66}],"
                        + "\"removals\":{},\"leftAlone\":{},\"doubtful\":{},\"foreign\":{},\"sent\":66,\"requests\":3,\"seconds\":0.075,"
                        + "\"items\":[{\"type\":\"device\",\"id\":\"id-of-thermo-0001\",\"name\":\"thermo-0001\","
                        + "\"change\":\"assign\",\"from\":{\"id\":\"g1\",\"name\":\"Line 1\"},"
                        + "\"to\":{\"id\":\"g2\",\"name\":\"Line 2\"},\"verdict\":\"go\",\"reason\":null}]}");
        assertThat(JsonMapper.shared().readTree(json).isObject()).isTrue();
    }

    @Test
    void secretsStayOut() {
        Map<String, Object> tree =
                PlanTree.plan("7f3a00", MOVE, List.of(ItemResults.unassigned("thermo-0001", "s3cret")));
        assertThat(JsonText.compact(tree)).contains("\"change\":\"unassign\"").doesNotContain("s3cret");
    }
}
