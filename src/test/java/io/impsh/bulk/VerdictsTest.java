package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    @Test
    void assigningWithinAProductByKindOfGroup() {
        assertThat(table("Thermostat")).isEqualTo("""
                from \\ to       | development pre-factory pre-dut pre-production factory dut production
                unassigned      | GO GO DOUBTFUL REFUSED GO DOUBTFUL REFUSED
                development     | GO GO DOUBTFUL REFUSED GO DOUBTFUL REFUSED
                pre-factory     | GO GO DOUBTFUL REFUSED GO DOUBTFUL REFUSED
                pre-dut         | GO GO DOUBTFUL REFUSED GO DOUBTFUL REFUSED
                pre-production  | DOUBTFUL DOUBTFUL DOUBTFUL DOUBTFUL DOUBTFUL DOUBTFUL REFUSED
                factory         | GO GO DOUBTFUL REFUSED GO DOUBTFUL REFUSED
                dut             | GO GO DOUBTFUL REFUSED GO DOUBTFUL REFUSED
                production      | REFUSED REFUSED REFUSED REFUSED REFUSED REFUSED GO
                """);
    }

    @Test
    void productionDevicesNeverLeaveTheirProduct() {
        assertThat(Verdicts.assign(Fleet.device("d1", Fleet.FIELD), to(DeviceGroupType.PRODUCTION, "Tracker")))
                .isEqualTo(Verdict.refused("production devices move only between groups of the same product"));
        assertThat(Verdicts.assign(Fleet.device("d1", Fleet.LINE_1), to(DeviceGroupType.DEVELOPMENT, "Tracker")))
                .isEqualTo(Verdict.GO);
    }

    @Test
    void reasonsNameWhatCanBeDone() {
        List<String> reasons = List.of(
                Verdicts.assign(Fleet.device("d1", Fleet.LINE_1), Fleet.LINE_1).reason(),
                Verdicts.assign(Fleet.device("d1", Fleet.FIELD), Fleet.LINE_1).reason(),
                Verdicts.assign(Fleet.device("d1", Fleet.LINE_1), Fleet.FIELD).reason(),
                Verdicts.assign(Fleet.device("d1", Fleet.LINE_1), to(DeviceGroupType.DUT, "Thermostat"))
                        .reason(),
                Verdicts.assign(imp001(), to(DeviceGroupType.FACTORY, "Thermostat"))
                        .reason(),
                Verdicts.assign(imp001(), to(DeviceGroupType.PRE_FACTORY, "Thermostat"))
                        .reason(),
                Verdicts.unassign(Fleet.device("d1", Fleet.FIELD), null).reason(),
                Verdicts.unassign(Fleet.device("d1", null), null).reason(),
                Verdicts.restart(Fleet.device("d1", null)).reason(),
                Verdicts.rename(Fleet.device("d1", null), "d1").reason());
        assertThat(reasons)
                .containsExactly(
                        "already there",
                        "a production device cannot be moved to another kind of group; unassign({unbondKey}) it first",
                        "devices get into production groups by blessing, not by hand",
                        "devices get into dut groups by fixture BlinkUp",
                        "imp001 cards are not admitted to factory groups",
                        "imp001 cards are not admitted to pre-factory groups",
                        "a production device needs the unbond key: unassign({unbondKey})",
                        "already unassigned",
                        "an unassigned device runs nothing that could restart",
                        "already has that name");
    }

    @Test
    void theRestIsSent() {
        assertThat(List.of(
                        Verdicts.unassign(Fleet.device("d1", Fleet.FIELD), "key"),
                        Verdicts.unassign(Fleet.device("d1", Fleet.LINE_1), null),
                        Verdicts.restart(Fleet.device("d1", Fleet.FIELD)),
                        Verdicts.rename(Fleet.device("d1", Fleet.LINE_1), null)))
                .containsOnly(Verdict.GO);
    }

    @Test
    void aClearedNameIsTheSameAsNone() {
        Device nameless = Fleet.device("d1", null, "imp003", Fleet.ME, null);
        assertThat(Verdicts.rename(nameless, "").kind()).isEqualTo(Verdict.Kind.ALREADY);
    }

    private static Device imp001() {
        return Fleet.device("d1", "d1", "imp001", Fleet.ME, Fleet.LINE_1);
    }

    private static DeviceGroup to(DeviceGroupType type, String product) {
        return Fleet.group("target", type, product, null, null);
    }

    private static String table(String product) {
        List<String> lines = new ArrayList<>();
        lines.add("from \\ to       | " + String.join(" ", DeviceGroupType.kinds()));
        lines.add(row("unassigned", null, product));
        for (DeviceGroupType from : DeviceGroupType.documented()) {
            lines.add(row(from.kind(), Fleet.group("source", from), product));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(String name, DeviceGroup from, String product) {
        return String.format("%-16s| ", name)
                + DeviceGroupType.documented().stream()
                        .map(type -> Verdicts.assign(Fleet.device("d1", from), to(type, product))
                                .kind()
                                .name())
                        .collect(Collectors.joining(" "));
    }
}
