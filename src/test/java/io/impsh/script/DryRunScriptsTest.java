package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.model.Entity;
import io.impsh.sandbox.Recount;
import io.impsh.sandbox.SandboxOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole scripts run dry as they run for real, and leave the strict sandbox as it was. */
class DryRunScriptsTest {
    private final SandboxSession cloud = SandboxSession.with()
            .sandbox(SandboxOptions.defaults().withStrict(true).withoutRateLimit())
            .dryRun()
            .start();
    private List<Object> before;

    @BeforeEach
    void look() {
        cloud.io.nobodyIsThere();
        before = everything();
    }

    @AfterEach
    void nothingHasChanged() {
        List<Object> after = everything();
        cloud.close();
        assertThat(after).isEqualTo(before);
    }

    /** All that the service has, seen by somebody else, and its own record of what was done. */
    private List<Object> everything() {
        CredentialSource credentials =
                CredentialSource.of(new Credentials.Password(cloud.sandbox.user(), cloud.sandbox.password()));
        List<Object> all = new ArrayList<>();
        try (ImpClient client = ImpClient.connect(ClientOptions.of(cloud.sandbox.baseUrl(), credentials))) {
            List<Iterable<? extends Entity>> listings = List.of(
                    client.products().list(Filter.none()),
                    client.deviceGroups().list(Filter.none()),
                    client.deployments().list(Filter.none()),
                    client.webhooks().list(Filter.none()),
                    client.loginKeys().list());
            listings.forEach(listing ->
                    listing.forEach(entity -> all.add(entity.raw().text().replaceAll("\"usages\":\\d+", ""))));
            client.devices().list(Filter.none()).forEach(device -> all.add(device.id() + device.name()));
        }
        Recount record = cloud.sandbox.recount();
        all.addAll(List.of(
                record.groupByDevice(),
                record.assignmentsByDevice(),
                record.unassignmentsByDevice(),
                record.restartsByDevice(),
                record.webhooks()));
        return all;
    }

    private void shows(String input, String expected) {
        assertThat(cloud.show(input)).as(input).isEqualTo(expected);
    }

    @Test
    void aProductWithAllKindsOfGroupsThatPointToEachOther() {
        cloud.run("""
                let p = products.create({name: 'Doorbell'});
                let field = p.createGroup({name: 'Field', kind: 'production', loadCodeAfterBlessing: true});
                let dut = p.createGroup({name: 'DUT', kind: 'dut'});
                let factory = p.createGroup({name: 'Factory', kind: 'factory', productionTarget: field, dutTarget: 'DUT'})
                """);

        shows("[p.owner.name, p.creator.name, p.createdAt instanceof Date]", "['demo', 'demo', true]");
        shows("products.names()", "['Thermostat', 'Tracker', 'Pump', 'Doorbell']");
        shows("products.get('{demo}{Doorbell}').id == products.Doorbell.id", "true");
        shows("[field.loadCodeAfterBlessing, field.envVars, field.currentDeployment]", "[true, {}, null]");
        shows("[factory.productionTarget.name, factory.dutTarget.name]", "['Field', 'DUT']");
        shows("p.groups.names()", "['Field', 'DUT', 'Factory']");
        shows("groups.where({product: 'Doorbell', kind: 'factory'}).names()", "['Factory']");
        shows("groups.where({product: p, kind: ['dut', 'factory']}).count()", "2");
        shows("groups.count()", "14");
        shows("[devices.where({product: p}).count(), field.devices.names()]", "[0, []]");
        assertThat(cloud.session.recordedWrites())
                .containsExactly(
                        "POST /products {\"data\":{\"type\":\"product\",\"attributes\":{\"name\":\"Doorbell\"}}}"
                                + " → 00000000-0000-0000-0000-000000000001",
                        "POST /devicegroups {\"data\":{\"type\":\"production_devicegroup\",\"attributes\":{\"name\":\"Field\"},"
                                + "\"relationships\":{\"product\":{\"type\":\"product\",\"id\":\"00000000-0000-0000-0000-000000000001\"}}}}"
                                + " → 00000000-0000-0000-0000-000000000002",
                        "POST /devicegroups {\"data\":{\"type\":\"dut_devicegroup\",\"attributes\":{\"name\":\"DUT\"},"
                                + "\"relationships\":{\"product\":{\"type\":\"product\",\"id\":\"00000000-0000-0000-0000-000000000001\"}}}}"
                                + " → 00000000-0000-0000-0000-000000000003",
                        "POST /devicegroups {\"data\":{\"type\":\"factoryfixture_devicegroup\",\"attributes\":{\"name\":\"Factory\"},"
                                + "\"relationships\":{\"product\":{\"type\":\"product\",\"id\":\"00000000-0000-0000-0000-000000000001\"},"
                                + "\"production_target\":{\"type\":\"production_devicegroup\",\"id\":\"00000000-0000-0000-0000-000000000002\"},"
                                + "\"dut_target\":{\"type\":\"dut_devicegroup\",\"id\":\"00000000-0000-0000-0000-000000000003\"}}}}"
                                + " → 00000000-0000-0000-0000-000000000004");
    }

    @Test
    void aGroupInARealProductIsAmongItsGroups() {
        cloud.run("let line = products.Thermostat.createGroup({name: 'Line 9'})");

        shows(
                "groups.where({product: 'Thermostat'}).names()",
                "['Line 1', 'Line 2', 'Thermostat fixtures', 'Thermostat DUT', 'Thermostat field', 'Thermostat field B', 'Line 9']");
        shows("groups.get('Line 9').product.name", "Thermostat");
        shows("groups.where({product: 'Tracker'}).count()", "4");
        shows("line.restart()", "(nothing)");
        shows("line.remove(); groups.find('Line 9')", "null");
        assertThat(cloud.failure("line.reload()"))
                .startsWith("NOT_FOUND: cannot read device group 00000000-0000-0000-0000-000000000001: Not Found:"
                        + " nothing of that id was created in this dry run, or it was removed again (NF000)");
    }

    @Test
    void deployments() {
        cloud.run("""
                let placeholder = products.Thermostat.createGroup({name: 'Line 9'});
                let real = groups.get('Line 1');
                let known = real.deployments.count();
                let first = placeholder.deploy({deviceCode: '// d', agentCode: '// a', tags: ['v9'], flagged: true});
                let second = real.deploy({deviceCode: '// e', agentCode: '// a'})
                """);

        for (String pair : List.of("placeholder, first, 1", "real, second, known + 1")) {
            cloud.run("var [group, build, count] = [" + pair + "]");
            shows("group.reload().currentDeployment.sha == build.sha", "true");
            shows("groups.get(group.name).currentDeployment.id == build.id", "true");
            shows("group.deployments.first().sha == build.sha", "true");
            shows("group.deployments.count() == count", "true");
            shows("builds.get(build.sha).group.name == group.name", "true");
        }
        shows("/^[0-9a-f]{64}$/.test(first.sha)", "true");
        shows("[first.product.name, first.flagger.name, first.tags]", "['Thermostat', 'demo', ['v9']]");
        shows("placeholder.minSupportedDeployment.id == first.id", "true");
        shows("real.setMinSupported(second).minSupportedDeployment.id == second.id", "true");
        shows("builds.first().id == second.id", "true");
        shows("builds.find('v9').id == first.id", "true");
        shows("first.update({flagged: false, tags: ['v10']}).tags", "['v10']");
        shows("[builds.find('v9'), builds.where({flagged: true, group: placeholder}).count()]", "[null, 0]");
        shows(
                "builds.where({flagged: true}).count() - 1 == (() => {"
                        + " builds.where({flagged: false, group: 'Line 1'}).first().update({flagged: true});"
                        + " return builds.where({flagged: true}).count() - 2; })()",
                "true");
        assertThat(cloud.session.recordedWrites().get(1))
                .isEqualTo("POST /deployments {\"data\":{\"type\":\"deployment\",\"attributes\":{"
                        + "\"device_code\":\"[4 characters, sha-256 ae3a415f8054c1fa853b326c7c518500]\","
                        + "\"agent_code\":\"[4 characters, sha-256 dcd9ce46be08de4c97f22243b9627954]\","
                        + "\"tags\":[\"v9\"],\"flagged\":true},\"relationships\":{\"devicegroup\":"
                        + "{\"type\":\"development_devicegroup\",\"id\":\"00000000-0000-0000-0000-000000000001\"}}}}"
                        + " → 00000000-0000-0000-0000-000000000002");
    }

    @Test
    void aChangeOfSomethingRealIsSeenByWhoeverReadsIt() {
        shows("devices.get('thermo-0001').rename('Kitchen').name", "Kitchen");
        shows("devices.get('Kitchen').id", "23d6824e2ef3fc17");
        shows("[devices.find('thermo-0001'), devices.where({name: /^Kit/}).count()]", "[null, 1]");
        shows("products.Tracker.update({description: 'new'}).description", "new");
        shows("products.where({description: 'new'}).names()", "['Tracker']");
        shows("groups.get('Line 2').update({name: 'Line two', envVars: {A: 1}}).name", "Line two");
        shows("[groups.find('Line 2'), groups.get('Line two').envVars]", "[null, {A: 1}]");
        assertThat(cloud.session.recordedWrites()).hasSize(3);
    }

    @Test
    void movedDevicesAreWhereTheyWouldBe() {
        cloud.run("let line = products.Tracker.createGroup({name: 'Line 9'})");

        shows("line.assign(devices.where({group: 'Line 1'}).limit(3)).apply()", "report: 3 planned");
        shows("line.devices.names()", "['thermo-0001', 'thermo-0002', 'thermo-0003']");
        shows("groups.get('Line 1').devices.count()", "72");
        shows("devices.where({product: 'Thermostat'}).count()", "185");
        shows("devices.get('thermo-0001').product.name", "Tracker");
        shows("line.assign(devices.where({name: 'thermo-0001'})).items[0].verdict", "already");
        shows("devices.get('tracker-0001').assignTo(line).group.name", "Line 9");
        shows("devices.get('tracker-0001').unassign().group", "null");
        shows("devices.where({group: null}).count()", "26");
        shows("devices.where({group: null, name: 'tracker-0001'}).count()", "1");
        shows("devices.count()", "250");
        shows("line.unassignAll().apply(); line.devices.count()", "0");
        shows("devices.where({group: null}).count()", "29");
    }

    @Test
    void aLoopThatMovesUntilNoneIsLeftEnds() {
        cloud.run("""
                let rounds = 0;
                while (devices.where({group: 'Line 1'}).first()) {
                    devices.where({group: 'Line 1'}).limit(30).assignTo('Line 2').apply();
                    rounds++;
                }
                """);

        shows("[rounds, groups.get('Line 1').devices.count(), groups.get('Line 2').devices.count()]", "[3, 0, 125]");
    }

    @Test
    void whatIsRemovedIsGone() {
        shows("devices.get('thermo-0002').remove({force: true}); devices.count()", "249");
        assertThat(cloud.failure("devices.get('234673ef77ba0574')"))
                .startsWith("NOT_FOUND: no device is called '234673ef77ba0574'");
        shows("groups.get('Thermostat field').webhooks.first().remove()", "(nothing)");
        shows("groups.get('Thermostat field').webhooks.count()", "2");
        cloud.run("let tracker = products.Tracker; let build = builds.where({product: 'Tracker'}).first()");
        shows("tracker.remove({force: true}).apply().counts.planned", "45");
        shows("[products.find('Tracker'), groups.find('Tracker dev')]", "[null, null]");
        shows("[build.reload().group, build.product]", "[null, null]");
        shows("devices.where({group: null}).count()", "62");
        assertThat(cloud.failure("tracker.reload()"))
                .startsWith("NOT_FOUND: cannot read product 10e2c468-65e9-8746-14d7-973c5c2a449c: Not Found:"
                        + " it was removed in this dry run (NF000)");
        shows("products.create({name: 'Tracker'}).groups.count()", "0");
    }

    @Test
    void webhooksGoWithTheirGroup() {
        cloud.run("""
                let line = products.Thermostat.createGroup({name: 'Line 9'});
                let hook = line.createWebhook({url: 'https://example.com/h', event: 'deployment'})
                """);

        shows("[hook.product.name, hook.group.name, hook.owner.name]", "['Thermostat', 'Line 9', 'demo']");
        shows("hook.update({url: 'https://example.com/i'}).url", "https://example.com/i");
        shows("[line.webhooks.count(), webhooks.where({group: 'Line 9'}).first().url]", "[1, 'https://example.com/i']");
        shows("line.remove(); webhooks.where({url: 'https://example.com/i'}).count()", "0");
    }

    @Test
    void aKeyThatIsNotMadeIsNoSecret() {
        cloud.run("let key = loginKeys.create({description: 'for tests', password: 'sandbox'})");

        shows("[loginKeys.get('for tests').usages, loginKeys.count()]", "[0, 2]");
        shows("key.update({description: 'other', password: 'sandbox'}).description", "other");
        shows("key.remove({password: 'sandbox'}); loginKeys.count()", "1");
        assertThat(cloud.session.recordedWrites())
                .containsExactly(
                        "POST /accounts/me/login_keys {\"data\":{\"type\":\"login_key\",\"attributes\":{\"description\":\"for tests\"}}}"
                                + " → 00000000-0000-0000-0000-000000000001",
                        "PATCH /accounts/me/login_keys/00000000-0000-0000-0000-000000000001 {\"data\":{\"type\":\"login_key\","
                                + "\"id\":\"[hidden]\",\"attributes\":{\"description\":\"other\"}}}",
                        "DELETE /accounts/me/login_keys/00000000-0000-0000-0000-000000000001");
    }

    @Test
    void aScriptThatMakesWhatIsMissingRunsTwice() {
        String script = """
                (() => {
                    const product = products.find('Doorbell') || products.create({name: 'Doorbell'});
                    const group = product.groups.find('Bells') || product.createGroup({name: 'Bells'});
                    if (!group.deployments.where({tag: 'v1'}).count()) {
                        group.deploy({deviceCode: '// d', agentCode: '// a', tags: ['v1']});
                    }
                    if (!group.webhooks.count()) {
                        group.createWebhook({url: 'https://example.com/h', event: 'deployment'});
                    }
                    const moves = group.assign(devices.where({name: ['thermo-0001', 'thermo-0002']}));
                    return moves.apply().counts.planned;
                })()
                """;

        shows(script, "2");
        shows(script, "0");
        assertThat(cloud.session.recordedWrites())
                .extracting(line -> line.substring(0, line.indexOf(' ', line.indexOf(' ') + 1)))
                .containsExactly(
                        "POST /products",
                        "POST /devicegroups",
                        "POST /deployments",
                        "POST /webhooks",
                        "POST /devicegroups/00000000-0000-0000-0000-000000000002/relationships/devices");
    }

    @Test
    void twoOfOneNameAreTwo() {
        cloud.run("products.create({name: 'Doorbell'}); products.create({name: 'Doorbell'})");

        assertThat(cloud.failure("products.get('Doorbell')")).startsWith("AMBIGUOUS: 2 products are called 'Doorbell'");
    }
}
