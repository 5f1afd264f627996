package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildsTest {
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aBuildIsDeployed() {
        cloud.run("let line = groups.get('Line 1')");
        cloud.run("let b = line.deploy({deviceCode: 'd', agentCode: 'a', description: 'try', origin: 'git:1',"
                + " tags: ['x', 'y.1', 'x'], flagged: true})");

        assertThat(cloud.show("[b.deviceCode, b.agentCode, b.description, b.origin, b.tags, b.flagged, b.zombie,"
                        + " b.groupKind, b.group.name, b.product.name, b.owner.name, b.creator.name, b.flagger.name]"))
                .isEqualTo("['d', 'a', 'try', 'git:1', ['x', 'y.1'], true, false,"
                        + " 'development', 'Line 1', 'Thermostat', 'demo', 'demo', 'demo']");
        assertThat(cloud.show("[line.currentDeployment.id == b.id, line.deployments.first().id == b.id,"
                        + " b.name == b.sha.substring(0, 8), `${b}` == b.name, b.createdAt instanceof Date]"))
                .isEqualTo("[true, true, true, true, true]");
        assertThat(cloud.io.lines).isEmpty();
    }

    @Test
    void aCodeThatIsNotGivenIsEmptyAndThatIsSaid() {
        assertThat(cloud.show("let b = groups.get('Line 1').deploy({deviceCode: 'd'}); [b.deviceCode, b.agentCode]"))
                .isEqualTo("['d', '']");
        assertThat(cloud.io.lines).containsExactly("! no agent code was given: the build's is empty");
    }

    @Test
    void codeComesBackAsItWas() {
        assertThat(
                        cloud.show(
                                "const code = '\\r\\n\\t// é 😀 \\\\ \"x\" \\n  ';"
                                        + " groups.get('Line 1').deploy({deviceCode: code, agentCode: ''}).reload().deviceCode == code"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    deploy()                                | deploy needs code: deviceFile or deviceCode, agentFile or agentCode
                    deploy({description: 'x'})              | deploy needs code: deviceFile or deviceCode, agentFile or agentCode
                    deploy({deviceCode: '', deviceFile: 'x'}) | deploy takes deviceFile or deviceCode, not both
                    deploy({agentFile: 'x', agentCode: ''}) | deploy takes agentFile or agentCode, not both
                    deploy({deviceCode: 5})                 | deploy: deviceCode must be a string, not 5
                    deploy({deviceCode: null})              | deploy: deviceCode must be a string, not null
                    deploy({deviceCode: '', tags: 'x'})     | deploy: tags must be an array of strings, not 'x'
                    deploy({deviceCode: '', agentCode: '', tags: ['a b']}) | 'a b' cannot be a tag
                    deploy({deviceCode: '', agentCode: '', tags: [5]}) | deploy: a tag is a string
                    deploy({deviceCode: '', agentCode: '', flagged: 1}) | deploy: flagged must be true or false, not 1
                    deploy({devicefile: 'x'})               | deploy has no option 'devicefile'; did you mean deviceFile?
                    """)
    void wrongArgumentsAreRefusedBeforeAnythingIsSent(String call, String message) {
        UserException failure = cloud.thrown("groups.get('Line 1')." + call);

        assertThat(failure.code()).isEqualTo("USAGE");
        assertThat(failure).hasMessage(message);
        assertThat(cloud.sandbox.recount().requests("POST", "/deployments")).isZero();
    }

    @Test
    void whatDoesNotCompileIsToldPlaceByPlace() {
        assertThat(cloud.failure("groups.get('Line 1').deploy({deviceCode: 'a(\\n', agentCode: '\\n  \"b'})"))
                .isEqualTo("COMPILE_ERROR: cannot deploy to Line 1: deviceCode:1:2: expected ')' to close this '('"
                        + " (2 errors)");
        assertThat(cloud.show("let caught; try { groups.get('Line 1').deploy({deviceCode: '', agentCode: '\\n  \"b'}) }"
                        + " catch (e) { caught = e }; [caught.code, caught.errors.length, caught.errors[0]]"))
                .isEqualTo("['COMPILE_ERROR', 1,"
                        + " {file: 'agentCode', row: 2, column: 3, type: 'ERROR', text: 'unfinished string'}]");
    }

    @Test
    void aBuildIsCopied() {
        cloud.run("let b = groups.get('Line 1').deploy({deviceCode: 'd', agentCode: 'a', description: 'try',"
                + " origin: 'o', tags: ['x'], flagged: true})");
        String facts = "[c.group.name, c.sha == b.sha, c.id == b.id, c.description, c.origin, c.tags, c.flagged]";

        cloud.run("let c = b.copyTo('Line 2')");
        assertThat(cloud.show(facts)).isEqualTo("['Line 2', true, false, null, null, [], false]");
        cloud.run("c = b.copyTo(groups.get('Tracker dev'), {all: true})");
        assertThat(cloud.show(facts)).isEqualTo("['Tracker dev', true, false, 'try', 'o', ['x'], true]");
    }

    @Test
    void aBuildIsFlaggedTaggedAndDescribed() {
        cloud.run("let b = groups.get('Line 1').deploy({deviceCode: '', agentCode: '', tags: ['a']})");

        assertThat(cloud.show("[b.flag().flagged, b.unflag().flagged]")).isEqualTo("[true, false]");
        assertThat(cloud.show("b.addTags('b', 'a', 'c').tags")).isEqualTo("['a', 'b', 'c']");
        assertThat(cloud.show("b.addTags(['b'])  .tags")).isEqualTo("['a', 'b', 'c']");
        assertThat(cloud.show("b.removeTags('a', 'nope').tags")).isEqualTo("['b', 'c']");
        assertThat(cloud.show("b.removeTags('a').tags")).isEqualTo("['b', 'c']");
        assertThat(cloud.show("let u = b.update({description: 'z', tags: [], flagged: true});"
                        + " [u.description, u.tags, u.flagged, b.reload().description]"))
                .isEqualTo("['z', [], true, 'z']");
        assertThat(cloud.io.lines)
                .containsExactly("! it has these tags already; left alone", "! it has none of these tags; left alone");
        assertThat(cloud.failure("b.update({})"))
                .isEqualTo("USAGE: update was told nothing to change\noptions: description, tags, flagged");
        assertThat(cloud.failure("b.tags = ['x']"))
                .isEqualTo("READ_ONLY_OBJECT: entities are read-only here; use update({tags: …})");
    }

    @Test
    void removingAsksAndRefusalsAreExplained() {
        cloud.run("let old = groups.get('Thermostat DUT').deployments.toArray().pop()");
        cloud.run("old.flag()");

        assertThat(cloud.failure("old.remove()"))
                .isEqualTo("REFUSED: the build 9b4cc36a (v1.0, First version) is flagged, so it cannot be removed\n"
                        + "unflag() it first, or remove({force: true})");
        assertThat(cloud.failure("groups.get('Thermostat DUT').minSupportedDeployment.remove({force: true})"))
                .isEqualTo("REFUSED: the build 5d58a965 (v1.1, Reports every minute) is the minimum supported build of"
                        + " Thermostat DUT, so it cannot be removed\n"
                        + "only builds older than the minimum can be; setMinSupported(build) of the group raises it");
        assertThat(cloud.failure("groups.get('Thermostat DUT').currentDeployment.remove({force: true})"))
                .isEqualTo("REFUSED: the build a2a020b8 (v1.4 RC1, Trial) is newer than 5d58a965, the minimum"
                        + " supported build of Thermostat DUT, so it cannot be removed\n"
                        + "only builds older than the minimum can be; setMinSupported(build) of the group raises it");
        assertThat(cloud.show("groups.get('Thermostat DUT').minSupportedDeployment.flagged"))
                .isEqualTo("true");

        cloud.run("old.remove({force: true})");
        assertThat(cloud.show("deployments.find(old.id)")).isEqualTo("null");
        assertThat(cloud.io.lines).containsExactly("? The build 9b4cc36a (v1.0, First version) is removed. Go on?");
    }

    @Test
    void aNoChangesNothing() {
        cloud.io.saysNo();

        assertThat(cloud.failure("builds['v0.9'].remove()")).isEqualTo("DECLINED: not confirmed, so it was not done");
        assertThat(cloud.show("builds['v0.9'].zombie")).isEqualTo("true");
    }

    @Test
    void theMinimumGoesUp() {
        cloud.run("let dut = groups.get('Thermostat DUT')");

        assertThat(cloud.show("dut.setMinSupported('v1.3').minSupportedDeployment.tags"))
                .isEqualTo("['v1.3']");
        assertThat(cloud.show("dut.setMinSupported(dut.currentDeployment).minSupportedDeployment.tags"))
                .isEqualTo("['v1.4', 'RC1']");
        assertThat(cloud.failure("dut.setMinSupported('v0.9')"))
                .isEqualTo("REFUSED: the build 619a7701 (v0.9, Of a line that is gone) is not one of Thermostat DUT\n"
                        + "copyTo makes one of it there");
        assertThat(cloud.failure("dut.setMinSupported('v1.0')"))
                .startsWith("CONFLICT: cannot set the minimum supported deployment of device group ")
                .endsWith("\nthe minimum can only go up: to a build that is not older than the present one");
    }

    @Test
    void aGroupWithoutBuildsHasNone() {
        cloud.run("let g = products.Tracker.createGroup({name: 'New'})");

        assertThat(cloud.show("[g.currentDeployment, g.minSupportedDeployment, g.deployments.count()]"))
                .isEqualTo("[null, null, 0]");
    }

    @Test
    void buildsAreCompared() {
        cloud.run(
                "let g = groups.get('Line 1'); let a = g.deploy({deviceCode: 'x\\ny\\n', agentCode: 'z', tags: ['A']})");
        cloud.run("let b = g.deploy({deviceCode: 'x\\nY\\n', agentCode: 'z', description: 'b'})");
        String diff = cloud.show("a.diff(b).device")
                .replace(cloud.show("a.name"), "AAAAAAAA")
                .replace(cloud.show("b.name"), "BBBBBBBB");

        assertThat(diff).isEqualTo("""
                --- device.nut\tAAAAAAAA A
                +++ device.nut\tBBBBBBBB  b
                @@ -1,2 +1,2 @@
                 x
                -y
                +Y
                """);
        assertThat(cloud.show("[a.diff(b).same, a.diff(b).agent, a.diff('A').same, String(a.diff(a))]"))
                .isEqualTo("[false, '', true, '']");
        assertThat(cloud.show("a.diff(a)")).isEqualTo("diff: {same: true, device: '', agent: ''}");
    }

    @Test
    void tablesLeaveTheCodeOut() {
        assertThat(cloud.show("deployments.where({zombie: true})")).isEqualTo("""
                name | tags | description | group | flagged | createdAt
                619a7701 | v0.9 | Of a line that is gone | null | false | 2024-04-02T07:15:20.123Z""");
        assertThat(cloud.show("Object.keys(JSON.parse(JSON.stringify(deployments.first())))"))
                .isEqualTo("['id', 'type', 'name', 'sha', 'description', 'origin', 'tags', 'flagged', 'zombie',"
                        + " 'groupKind', 'createdAt', 'updatedAt', 'deviceCode', 'agentCode', 'group', 'product',"
                        + " 'owner', 'creator', 'flagger']");
    }

    @Test
    void tenMegabytesAreCodeToo() {
        assertThat(cloud.show("const big = '// 0123456789 é\\n'.repeat(620000);"
                        + " groups.get('Line 1').deploy({deviceCode: big, agentCode: ''}).reload().deviceCode == big"))
                .isEqualTo("true");
    }

    @Test
    void aDryRunDeploysNothingAndAnswersAsIfItHad() {
        try (SandboxSession dry = SandboxSession.with().dryRun().start()) {
            assertThat(dry.show("let b = groups.get('Line 1').deploy({deviceCode: 'd', agentCode: 'a', tags: ['t']});"
                            + " [b.deviceCode, b.tags, b.flagged, b.group.name, b.sha, b.name, b.reload().agentCode]"))
                    .isEqualTo(
                            "['d', ['t'], false, 'Line 1', '857a9e1fbf1b654d3acb67f1a4bdf4d4f9a0fb67f30dc314e90da2320da40ae3',"
                                    + " '857a9e1f', 'a']");
            assertThat(dry.show("[b.addTags('u').tags, b.copyTo('Line 2', {all: true}).tags, b.diff(b).same]"))
                    .isEqualTo("[['t', 'u'], ['t', 'u'], true]");
            dry.run("groups.get('Line 1').setMinSupported(groups.get('Line 1').currentDeployment)");
            assertThat(dry.failure("b.remove()")).contains("(t u) is the minimum supported build of Line 1");
            assertThat(dry.sandbox.recount().requests("POST", "/deployments")).isZero();
        }
    }

    @Test
    void aReadOnlyProfileRefuses() {
        try (SandboxSession locked = SandboxSession.with().readOnly().start()) {
            for (String change : new String[] {
                "groups.get('Line 1').deploy({deviceCode: '', agentCode: ''})",
                "builds['v0.9'].copyTo('Line 1')",
                "builds['v0.9'].flag()",
                "builds['v0.9'].addTags('x')",
                "builds['v0.9'].remove()",
                "groups.get('Line 1').setMinSupported(groups.get('Line 1').currentDeployment)"
            }) {
                assertThat(locked.failure(change))
                        .as(change)
                        .isEqualTo("READ_ONLY: the profile sandbox is read-only; nothing was changed\n"
                                + "start without --read-only to change something");
            }
        }
    }
}
