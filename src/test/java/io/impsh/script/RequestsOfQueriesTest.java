package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsOfQueriesTest {
    private static SandboxSession cloud;

    /** A thousand devices are ten pages. The login and the groups are asked for beforehand. */
    @BeforeAll
    static void start() {
        cloud = SandboxSession.with().devices(1_000).start();
        cloud.run("groups.get('Line 1'), products.Thermostat, accounts.demo; let d = devices.get('thermo-0001')");
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let lazy = devices.where({group: 'Line 1'}).filter(d => d.online).sortBy('name').limit(3).select('name')",
                "devices.then",
                "String(devices)",
                "Object.keys(devices)",
                "help(devices.where)",
                "d.group.id",
                "d.group.type",
                "({...d}).name",
                "Object.keys(d).length",
                "JSON.stringify(d)",
                "d.toJSON().group",
                "d.raw.attributes",
                "`${d}`",
                "groups['Line 1'].name",
                "products.Thermostat.name",
                "try { devices['thermo-0001'] } catch (e) {}",
                "devices.where({group: []}).count()",
                "devices.limit(0).count()",
            })
    void nothingIsAskedFor(String input) {
        assertThat(cloud.requests(input)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    devices.count()                                         | 10
                    devices.where({group: 'Line 2'}).count()                | 2
                    devices.where({group: 'Line 1', online: true}).count()  | 3
                    devices.where({group: ['Line 1', 'Line 2']}).count()    | 5
                    devices.where({group: null}).count()                    | 1
                    devices.where({product: 'Tracker'}).count()             | 2
                    devices.where({groupKind: 'dut'}).count()               | 1
                    devices.limit(3).toArray()                              | 1
                    devices.first()                                         | 1
                    devices.first(5)                                        | 1
                    devices.find(d => d.name === 'thermo-0005')             | 1
                    devices.get('23d6824e2ef3fc17')                         | 1
                    let [x] = devices                                       | 1
                    for (const x of devices) break                          | 1
                    d.group.name                                            | 0
                    me.name                                                 | 1
                    """)
    void asksForNoMoreThanItNeeds(String input, int requests) {
        assertThat(cloud.requests(input)).isEqualTo(requests);
    }

    @Test
    void eachUseAsksAgain() {
        cloud.run("let twice = devices.where({group: 'Line 2'})");
        assertThat(cloud.requests("twice.count()")).isEqualTo(2);
        assertThat(cloud.requests("twice.count()")).isEqualTo(2);
    }

    @Test
    void theNamesOfRelationsAreReadInOneListing() {
        assertThat(cloud.requests("devices.map(d => d.group && d.group.name)")).isEqualTo(10);
    }
}
