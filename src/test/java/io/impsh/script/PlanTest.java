package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
        cloud.run("let p = devices.where({group: 'Line 1'}).assignTo('Line 2')");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({
        "devices.assignTo('Line 2'), assignTo",
        "devices.where({}).assignTo('Line 2'), assignTo",
        "devices.sortBy('name').assignTo('Line 2'), assignTo",
        "devices.restart(), restart",
        "devices.unassign(), unassign",
        "devices.rename(d => 'x'), rename",
        "devices.remove(), remove",
        "groups.get('Line 2').assign(devices), assign",
    })
    void everythingMustBeSaid(String input, String verb) {
        assertThat(cloud.failure(input.replace("`", "'")))
                .isEqualTo("EVERYTHING: " + verb + " would change every one of the devices\n"
                        + "narrow it with where({…}), or say devices.all() if you mean all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    p                                       | plan: move 75 devices
                    devices.all().assignTo('Line 2')        | plan: move 150 devices
                    devices.limit(5).assignTo('Line 2')     | plan: move 5 devices
                    devices.where({group: 'Line 2'}).assignTo('Line 2') | plan: move no devices
                    p.count                                 | 75
                    p.title                                 | move 75 devices
                    p.items[0]                              | {name: 'thermo-0001', id: '23d6824e2ef3fc17', from: 'Line 1', action: 'assign', to: 'Line 2', verdict: 'go', reason: null}
                    p.where({from: 'Line 1'}).count         | 75
                    p.where({name: /000[123]$/}).count      | 3
                    p.without({name: 'thermo-0001'}).count  | 74
                    p.where(item => item.name === null).count | 3
                    p.where({verdict: 'go', name: ['thermo-0001', 'thermo-0002']}).items.map(item => item.name) | ['thermo-0001', 'thermo-0002']
                    Object.keys(p)                          | ['id', 'title', 'plannedAt', 'count']
                    JSON.parse(JSON.stringify(p)).items.length | 75
                    Object.keys(JSON.parse(JSON.stringify(p))) | ['id', 'title', 'plannedAt', 'items']
                    groups.get('Line 1').assign('tracker-0001').count | 1
                    groups.get('Line 1').assign(['tracker-0001', devices.get('tracker-0002')]).count | 2
                    groups.get('Line 1').reassignTo('Line 2') | plan: move 75 devices
                    groups.get('Line 1').unassignAll()      | plan: unassign 75 devices
                    groups.get('Line 1').remove({force: true}) | plan: unassign 75 devices, remove group Line 1
                    devices.where({group: 'Thermostat field'}).unassign().items[0].reason | a production device needs the unbond key: unassign({unbondKey})
                    devices.limit(2).rename(d => 'unit ' + d.id).items[0].to | unit 23d6824e2ef3fc17
                    """)
    void isMadeAndChangesNothing(String expression, String expected) {
        assertThat(cloud.show(expression)).isEqualTo(expected);
        assertThat(cloud.sandbox.recount().deviceCount("Line 1")).isEqualTo(75);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    p.where({nam: 'x'})     | USAGE: items of a plan have no 'nam'; did you mean name? | keys: name, id, from, action, to, verdict, reason
                    p.where('x')            | USAGE: where: filter must be an object such as {from: 'Line 1'}, or a function, not 'x' | usage: where(filter)
                    p.where(/x/)            | USAGE: where: filter must be an object such as {from: 'Line 1'}, or a function, not a RegExp | usage: where(filter)
                    p.where({from: undefined}) | USAGE: where: undefined cannot be compared  | leave it out, or say null for unset
                    p.apply({maxFailures: 'x'}) | USAGE: apply: maxFailures must be a whole number from 0 upwards, or a share such as '5%', not 'x' | usage: apply([{waves, pause, health, within, maxFailures, retryUnknown, unbondKey}])
                    p.apply({maxFailure: 5}) | USAGE: apply has no option 'maxFailure'; did you mean maxFailures? | options: waves, pause, health, within, maxFailures, retryUnknown, unbondKey
                    p.length                | NO_PROPERTY: a plan has no 'length'           | count tells how many items it has
                    p[0]                    | NO_PROPERTY: a plan has no '0'                | items is an array
                    devices.limit(1).rename('x') | USAGE: rename: name must be a function, not 'x' | usage: rename(name)
                    devices.limit(1).rename(d => undefined) | USAGE: rename: the function gave undefined for thermo-0001  23d6824e2ef3fc17 | it must give a string, or null to clear the name
                    """)
    void refuses(String input, String failure, String hint) {
        assertThat(cloud.failure(input)).isEqualTo(failure + "\n" + hint);
    }

    @Test
    void whatAFunctionForNamesThrowsIsTheScriptsOwnError() {
        assertThat(cloud.failure("devices.limit(1).rename(d => { throw new Error('mine') })"))
                .isEqualTo("SCRIPT_ERROR: Error: mine");
    }

    @Test
    void appliedAfterAYesItReportsEveryItem() {
        assertThat(cloud.show("let r = p.apply(); r")).isEqualTo("report: 75 done");
        assertThat(cloud.io.lines).containsExactly("? 75 devices move from Line 1 to Line 2. Go on?");
        assertThat(cloud.sandbox.recount().deviceCount("Line 2")).isEqualTo(125);
        assertThat(cloud.show("r.counts"))
                .isEqualTo("{done: 75, failed: 0, stale: 0, skipped: 0, unknown: 0, planned: 0}");
        assertThat(cloud.show("Object.values(r.counts).reduce((a, b) => a + b) === p.count"))
                .isEqualTo("true");
        assertThat(cloud.show("r.done.items[0]"))
                .isEqualTo("{name: 'thermo-0001', id: '23d6824e2ef3fc17', from: 'Line 1', action: 'assign',"
                        + " to: 'Line 2', outcome: 'done', reason: null}");
        assertThat(cloud.show("r.done.count + r.failed.count")).isEqualTo("75");
        assertThat(cloud.show("r.failed.retry()")).isEqualTo("plan: move no devices");
        assertThat(cloud.show("r.failed.table()")).isEqualTo("(nothing)");
        assertThat(cloud.io.lines).last().isEqualTo("name | id | from | action | to | outcome | reason");
        assertThat(cloud.show("JSON.parse(JSON.stringify(r)).items.length")).isEqualTo("75");
        assertThat(cloud.failure("r.done.length"))
                .isEqualTo("NO_PROPERTY: report items has no 'length'\ncount tells how many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.apply()", "p.where({from: 'Line 1'}).apply()", "q.apply()"})
    void whatHasMovedMeanwhileIsNotSentAgain(String second) {
        cloud.run("let q = devices.where({group: 'Line 1'}).assignTo('Line 2'); p.apply()");
        assertThat(cloud.show(second)).isEqualTo("report: 75 skipped");
        assertThat(cloud.sandbox.recount().totalAssignments()).isEqualTo(75);
    }

    @Test
    void aNoSkipsEveryItem() {
        cloud.io.saysNo();
        assertThat(cloud.show("p.apply()")).isEqualTo("report: 75 skipped");
        assertThat(cloud.sandbox.recount().totalAssignments()).isZero();
    }

    @Test
    void withNobodyToAskItFails() {
        cloud.io.nobodyIsThere();
        assertThat(cloud.thrown("p.apply()").code()).isEqualTo("CONFIRMATION_NEEDED");
        assertThat(cloud.sandbox.recount().totalAssignments()).isZero();
    }

    @Test
    void whatHasChangedMeanwhileIsLeftAlone() {
        cloud.run(
                "devices.get('thermo-0001').assignTo('Tracker dev'); devices.get('thermo-0002').remove({force: true})");
        assertThat(cloud.show("let r = p.apply(); r")).isEqualTo("report: 73 done, 2 stale");
        assertThat(cloud.show("r.stale.items.map(item => item.name)")).isEqualTo("['thermo-0001', 'thermo-0002']");
        assertThat(cloud.session.incompleteReports()).isEmpty();
    }

    @Test
    void whatTheServiceRefusesHasFailedAndCanBeTriedAgain() {
        cloud.run("let r = devices.limit(2).assignTo('Thermostat DUT').apply()");
        assertThat(cloud.show("r")).isEqualTo("report: 2 failed");
        assertThat(cloud.show("r.failed")).isEqualTo("""
                        name | id | from | action | to | outcome | reason
                        thermo-0001 | 23d6824e2ef3fc17 | Line 1 | assign | Thermostat DUT | failed | Assignment Refused: \
                        Device '23d6824e2ef3fc17' cannot be assigned to a dut_devicegroup by hand, unless from another \
                        one of the same product.
                        thermo-0002 | 234673ef77ba0574 | Line 1 | assign | Thermostat DUT | failed | Assignment Refused: \
                        Device '234673ef77ba0574' cannot be assigned to a dut_devicegroup by hand, unless from another \
                        one of the same product.""");
        assertThat(cloud.show("r.failed.retry()")).isEqualTo("plan: move 2 devices");
        assertThat(cloud.session.incompleteReports()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    let q = p                                       | 1
                    p                                               | 0
                    p.items.length                                  | 0
                    print(p)                                        | 0
                    p.apply()                                       | 0
                    p.where({name: 'thermo-0001'})                  | 0
                    let q = p.where({name: 'thermo-0001'})          | 1
                    """)
    void aPlanThatNobodyLookedAtIsForgotten(String input, int forgotten) {
        cloud.show(input);
        assertThat(cloud.session.forgottenPlans()).hasSize(forgotten);
    }

    @Test
    void productionAsksForTheNumber() {
        cloud.show("devices.where({group: 'Thermostat field'}).unassign({unbondKey: 'sandbox-unbond-key'}).apply()");
        assertThat(cloud.io.lines)
                .containsExactly("? 37 devices are unassigned from Thermostat field. Type the number of devices to go"
                        + " on: [type 37]");
    }
}
