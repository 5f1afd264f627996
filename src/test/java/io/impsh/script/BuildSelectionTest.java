package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How builds are found: by {@code get} and by {@code where}. */
class BuildSelectionTest {
    private static SandboxSession cloud;

    @BeforeAll
    static void start() {
        cloud = SandboxSession.start();
        cloud.run("let one = groups.get('Line 1').deploy({deviceCode: 'only here', agentCode: '', origin: 'unique',"
                + " tags: ['solo', 'both']})");
        cloud.run("let two = groups.get('Line 2').deploy({deviceCode: 'other', agentCode: '', origin: 'solo',"
                + " tags: ['both'], flagged: true})");
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one.id",
                "one.sha",
                "one.sha.toUpperCase()",
                "'solo'",
                "'unique'",
                "one.name",
                "one.sha.slice(0, 20)"
            })
    void getTakesIdShaTagOriginAndTheBeginningOfTheShaInThisOrder(String identifier) {
        assertThat(cloud.show("builds.get(" + identifier + ").id == one.id")).isEqualTo("true");
    }

    @Test
    void whatMatchesSeveralIsListed() {
        assertThat(cloud.failure("builds.get('both')")
                        .replace(cloud.show("one.id"), "ID1")
                        .replace(cloud.show("two.id"), "ID2")
                        .replace(cloud.show("one.name"), "NAME1")
                        .replace(cloud.show("two.name"), "NAME2"))
                .isEqualTo("""
                        AMBIGUOUS: 2 builds match 'both'
                        say which:
                        ID2  in Line 2  NAME2 both
                        ID1  in Line 1  NAME1 solo both""");
    }

    @Test
    void whatIsNotThereIsSaidWithTheNearest() {
        assertThat(cloud.failure("builds.get('sola')"))
                .isEqualTo("NOT_FOUND: no build has the id, sha, tag or origin 'sola'\nnearest: solo");
        assertThat(cloud.failure("builds.get('no such thing at all')"))
                .isEqualTo(
                        "NOT_FOUND: no build has the id, sha, tag or origin 'no such thing at all'\ndeployments lists them");
        assertThat(cloud.show("[builds.find('no such thing'), builds.find('12345678-1234-1234-1234-123456789abc')]"))
                .isEqualTo("[null, null]");
    }

    @Test
    void aTagIsAMemberAndCostsOneRequest() {
        assertThat(cloud.show("builds.solo.id == one.id")).isEqualTo("true");
        assertThat(cloud.requests("builds['v0.9']")).isLessThanOrEqualTo(4);
        assertThat(cloud.failure("builds.nope"))
                .isEqualTo("NO_PROPERTY: deployments has no member and no build 'nope'; did you mean one?\n"
                        + "deployments.get('nope') looks for it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {tags: 'both'}                  | 2
                    {tags: ['both', 'solo']}        | 1
                    {tag: ['both', 'solo']}         | 2
                    {tag: /^so/}                    | 1
                    {tag: t => t == 'solo'}         | 1
                    {tag: null}                     | 0
                    {tag: ['solo', null]}           | 1
                    {sha: one.sha}                  | 1
                    {origin: 'solo'}                | 1
                    {flagged: true, tag: 'both'}    | 1
                    {flagger: 'demo', tag: 'both'}  | 1
                    {zombie: true}                  | 1
                    {group: null}                   | 1
                    {group: 'Line 1'}               | 3
                    {product: 'Pump'}               | 4
                    {product: 'Pump', owner: 'demo'} | 0
                    {creator: 'demo', tag: 'both'}  | 2
                    {groupKind: 'production', tag: 'RC1'} | 2
                    {deviceCode: /only here/}       | 1
                    {olderThanMinimum: true, group: 'Thermostat DUT'} | 1
                    {olderThanMinimum: false, group: 'Thermostat DUT'} | 4
                    {olderThanMinimum: true, zombie: true} | 0
                    {createdAt: t => t > new Date('2025-01-01')} | 2
                    """)
    void where(String filter, long count) {
        assertThat(cloud.show("builds.where(" + filter + ").count()")).isEqualTo(String.valueOf(count));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {tags: /x/}          | where: tags takes a tag, or an array of tags which all have to be there
                    {tags: []}           | where: tags takes a tag, or an array of tags which all have to be there
                    {tags: [5]}          | where: tags takes a tag, or an array of tags which all have to be there
                    {olderThanMinimum: 1} | where: olderThanMinimum is true or false
                    {groupKind: 'factry'} | where: no kind of group is called 'factry'; did you mean factory?
                    {flagged: 'yes'}     | where: flagged is a boolean, so it never equals 'yes'
                    {tagged: 'x'}        | builds have no 'tagged' to filter by; did you mean flagged?
                    """)
    void whatMakesNoSenseIsRefused(String filter, String message) {
        assertThat(cloud.thrown("builds.where(" + filter + ").count()")).hasMessage(message);
    }

    @Test
    void whatTheServiceFiltersIsFilteredThere() {
        assertThat(cloud.requests("builds.where({tag: 'solo', flagged: false}).count()"))
                .isEqualTo(1);
        assertThat(cloud.requests("builds.where({tags: ['both', 'v1.0']}).count()"))
                .isEqualTo(1);
        assertThat(
                        cloud.show(
                                "String(help(builds.where)) && builds.where({flagged: true}).sortBy('name').names().length > 5"))
                .isEqualTo("true");
    }

    @Test
    void groupsAreFoundByTheirBuild() {
        assertThat(cloud.show("groups.where({currentDeployment: 'solo'}).names()"))
                .isEqualTo("['Line 1']");
        assertThat(cloud.show("products.Thermostat.deployments.where({zombie: true}).names()"))
                .isEqualTo("['619a7701']");
    }
}
