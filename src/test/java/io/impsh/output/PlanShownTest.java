package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.bulk.Applier;
import io.impsh.bulk.ApplyControl;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.ApplyOptions;
import io.impsh.bulk.GroupNames;
import io.impsh.bulk.Journal;
import io.impsh.bulk.Plan;
import io.impsh.bulk.Planner;
import io.impsh.bulk.Report;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.RawJson;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.Shown;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real plans and reports. */
class PlanShownTest {
    private static final GroupNames NO_NAMES = new GroupNames() {
        @Override
        public DeviceGroup group(String id) {
            return null;
        }

        @Override
        public String account(String id) {
            return null;
        }
    };

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withDevices(1));
    private final ImpClient client = ImpClient.connect(ClientOptions.of(
            sandbox.baseUrl(), CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()))));

    private final Plan plan = new Planner(client, NO_NAMES)
            .rename(List.of(device("a", "thermo-1"), device("b", "x,\u001b")), device -> "x,\u001b");

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    @Test
    void aPlanAsText() {
        assertThat(Printed.table(new Shown.PlanShown(plan), Printed.PIPE))
                .startsWith("Plan: rename 1 device\n   left alone: ")
                .contains("about 1 s at 40 requests/s\n");
    }

    @Test
    void aPlanAsCsvAndJson() {
        assertThat(Printed.as(OutputFormat.CSV, new Shown.PlanShown(plan), Printed.PIPE))
                .startsWith("id,name,from,to,verdict,reason\na,thermo-1,,\"x,\u001b\",go,\n");
        JsonNode json =
                JsonMapper.shared().readTree(Printed.as(OutputFormat.JSON, new Shown.PlanShown(plan), Printed.PIPE));
        assertThat(json.get("id").asString()).isEqualTo(plan.id());
        assertThat(json.get("items")).hasSize(2);
    }

    @Test
    void aReportOfWhatWasNotConfirmed() {
        Report report = new Applier(client, question -> false, Journal.none(), Clock.systemUTC())
                .apply(plan, ApplyOptions.defaults(), ApplyListener.none(), new ApplyControl());
        Shown shown = new Shown.ReportShown(report);
        assertThat(Printed.table(shown, Printed.TERMINAL))
                .startsWith(" 0 done · 0 failed · 0 stale · 2 skipped · 0 unknown      0.");
        assertThat(Printed.table(shown, Printed.PIPE))
                .startsWith(" name      from  to      outcome  reason\n thermo-1  -     x,\\x1b  skipped  ");
        assertThat(Printed.as(OutputFormat.CSV, shown, Printed.PIPE)).startsWith("id,name,from,to,outcome,reason\na,");
        JsonNode json = JsonMapper.shared().readTree(Printed.as(OutputFormat.JSON, shown, Printed.PIPE));
        assertThat(json.get("skipped").asInt()).isEqualTo(2);
        assertThat(json.get("items").get(0).get("outcome").asString()).isEqualTo("skipped");
    }

    private static Device device(String id, String name) {
        return new Device(
                id,
                name,
                true,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new RawJson("{}"));
    }
}
