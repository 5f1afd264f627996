package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
        cloud.run("""
                let p = products.create({name: 'Scrap'}), g = p.createGroup({name: 'Scrap line'});
                let field = p.createGroup({name: 'Scrap field', kind: 'production'});
                let dut = p.createGroup({name: 'Scrap DUT', kind: 'dut'});
                let fixtures = p.createGroup({name: 'Scrap fixtures', kind: 'factory', productionTarget: field, dutTarget: dut});
                let old = g.deploy({deviceCode: '', agentCode: '', tags: ['old']});
                let keep = g.deploy({deviceCode: '// 2', agentCode: '', tags: ['keep'], flagged: true});
                g.createWebhook({url: 'http://127.0.0.1:9/', event: 'blinkup'});
                g.assign(devices.where({group: 'Line 1'}).limit(3)).apply()
                """);
        cloud.io.lines.clear();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aGroupGoesWithDevicesBuildsAndWebhooks() {
        cloud.run("let plan = g.remove({force: true, builds: true})");
        assertThat(cloud.show("plan"))
                .isEqualTo("plan: unassign 3 devices, unflag build keep, remove group Scrap line, remove 2 builds");
        assertThat(cloud.show("plan.items.slice(2).map(i => [i.action, i.name, i.from].join())"))
                .isEqualTo("['unassign,thermo-0003,Scrap line', 'unflag,keep,Scrap line', 'remove,Scrap line,',"
                        + " 'remove,keep,Scrap line', 'remove,old,Scrap line']");
        assertThat(cloud.show("plan.apply()")).isEqualTo("report: 7 done");
        assertThat(cloud.io.lines)
                .containsExactly("? 3 devices are unassigned, build keep is unflagged, group Scrap line is removed,"
                        + " 2 builds are removed, 1 webhook disappears. Go on?");
        assertThat(cloud.show("[groups.find('Scrap line'), builds.find('old'), builds.find('keep')]"))
                .isEqualTo("[null, null, null]");
        assertThat(cloud.show("[p.webhooks.count(), devices.get('thermo-0001').group]"))
                .isEqualTo("[0, null]");
    }

    @Test
    void withoutBuildsTheyStayBehindUnflagged() {
        assertThat(cloud.show("g.remove({force: true}).apply()")).isEqualTo("report: 5 done");
        assertThat(cloud.show(
                        "builds.where({product: 'Scrap'}).map(b => [b.tags[0], b.flagged, b.zombie].join()).sort()"))
                .isEqualTo("['keep,false,true', 'old,false,true']");
    }

    @Test
    void withoutForceItSaysWhatStandsInTheWay() {
        assertThat(cloud.show("g.remove({builds: true}).items.map(i => i.verdict + ': ' + i.reason)"))
                .isEqualTo("['refused: it holds 3 devices and 1 flagged build; remove({force: true}) unassigns and"
                        + " unflags first, with builds: true removes builds too']");
        assertThat(cloud.show("dut.remove({force: true}).items.map(i => i.reason)"))
                .isEqualTo("['it is a target of Scrap fixtures; remove or retarget that first']");
        assertThat(cloud.show("p.remove({builds: true}).items.map(i => i.reason)"))
                .isEqualTo("['it has 4 groups; remove({force: true}) removes them first']");
    }

    @Test
    void aProductGoesWithEverything() {
        cloud.run("let zombie = builds.get('old'); let plan = p.remove({force: true, builds: true})");
        assertThat(cloud.show("plan"))
                .isEqualTo(
                        "plan: unassign 3 devices, unflag build keep, remove 4 groups, remove product Scrap, remove 2 builds");
        assertThat(cloud.show("plan.apply()")).isEqualTo("report: 11 done");
        assertThat(cloud.show("[products.find('Scrap'), groups.find('Scrap DUT'), builds.find('keep')]"))
                .isEqualTo("[null, null, null]");
        assertThat(cloud.io.lines)
                .containsExactly("? 3 devices are unassigned, build keep is unflagged, 4 groups are removed,"
                        + " product Scrap is removed, 2 builds are removed, 1 webhook disappears."
                        + " Type the number of all things affected, 10, to go on: [type 10]");
    }

    @Test
    void productionDevicesNeedTheUnbondKey() {
        assertThat(cloud.show("groups.get('Thermostat field').remove({force: true}).items.map(i => i.reason)"))
                .isEqualTo("['it is a target of Thermostat fixtures; remove or retarget that first']");
        assertThat(cloud.show("groups.get('Thermostat field B').remove({force: true}).items.map(i => i.reason)"))
                .isEqualTo("['it holds 13 production devices; remove({force: true, unbondKey: 'ask'}) unassigns them"
                        + " first']");
        cloud.io.types("sandbox-unbond-key");
        cloud.run("let plan = groups.get('Thermostat field B').remove({force: true, builds: true, unbondKey: 'ask'})");
        assertThat(cloud.show("json(plan).includes('sandbox-unbond-key')")).isEqualTo("false");
        cloud.run("let report = plan.apply()");
        assertThat(cloud.show("[report.done.count === plan.count, groups.find('Thermostat field B')]"))
                .isEqualTo("[true, null]");
        assertThat(cloud.io.lines.get(0)).isEqualTo("? Unbond key");
    }

    @Test
    void aWrongUnbondKeyLeavesTheGroupAsItIs() {
        cloud.run("let report = groups.get('Thermostat field B').remove({force: true, unbondKey: 'wrong'})"
                + ".apply({maxFailures: '100%'})");
        assertThat(cloud.show("report.failed.items[0].reason"))
                .isEqualTo("Invalid Unbond Key: Unassigning production devices needs the account's unbond key.");
        assertThat(cloud.show("report.skipped.items.map(i => i.name + ': ' + i.reason)"))
                .isEqualTo("['Thermostat field B: not started: 13 devices could not be unassigned']");
    }

    @Test
    void aDeviceOfProductionIsRemovedWithTheKey() {
        cloud.run("let d = devices.where({group: 'Thermostat field'}).first()");
        assertThat(cloud.failure("d.remove({force: true})"))
                .isEqualTo("REFUSED: a production device is unassigned with the account's unbond key only\n"
                        + "unassign({unbondKey: 'ask'}) asks for it");
        cloud.run("d.remove({force: true, unbondKey: 'sandbox-unbond-key'})");
        assertThat(cloud.show("devices.find(d.id)")).isEqualTo("null");
    }

    /** What the plan counted on vanishes while it waits to be applied. */
    @Test
    void whatVanishedMeanwhileCountsAsDone() {
        cloud.run("""
                let plan = p.remove({force: true, builds: true});
                devices.get('thermo-0001').remove({force: true});
                devices.get('thermo-0002').assignTo('Line 2');
                keep.unflag(); fixtures.remove();
                let report = plan.apply()
                """);
        assertThat(cloud.show("report.failed.count + report.unknown.count")).isEqualTo("0");
        assertThat(
                        cloud.show(
                                "report.stale.items.map(i => i.name + ': ' + i.reason.replace(/group [-0-9a-f]+$/, 'a group'))"))
                .isEqualTo("['thermo-0001: it is gone', 'thermo-0002: it is in a group']");
        assertThat(cloud.show("report.skipped.items.map(i => i.name + ': ' + i.reason)"))
                .isEqualTo("['keep: already so: it is not flagged', 'Scrap fixtures: already so: it is gone']");
        assertThat(cloud.show("[products.find('Scrap'), builds.find('old'), builds.find('keep')]"))
                .isEqualTo("[null, null, null]");
        assertThat(cloud.show("devices.get('thermo-0002').group.name")).isEqualTo("Line 2");
    }
}
