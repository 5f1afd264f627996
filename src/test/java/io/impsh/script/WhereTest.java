package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereTest {
    private static SandboxSession cloud;

    @BeforeAll
    static void start() {
        cloud = SandboxSession.start();
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                  | 250
                    {group: 'Line 1'}                                   | 75
                    {group: ['Line 1', 'Line 2']}                       | 125
                    {group: ['Line 1', null]}                           | 100
                    {group: []}                                         | 0
                    {group: null}                                       | 25
                    {group: /^Line/}                                    | 125
                    {group: /^line/gi}                                  | 125
                    {group: /^Line/y}                                   | 125
                    {group: g => g.name === 'Line 2'}                   | 50
                    {group: groups.get('Line 1')}                       | 75
                    {group: groups.get('Line 1').id}                    | 75
                    {group: '{demo}{Thermostat}{Line 1}'}               | 75
                    {group: '{me}{Thermostat}{Line 1}'}                 | 75
                    {group: '{demo@example.com}{Thermostat}{Line 1}'}   | 75
                    {product: 'Thermostat'}                             | 188
                    {product: 'Thermostat', group: /^Line/, online: true, impType: ['imp003', 'imp005']} | 69
                    {groupKind: 'production'}                           | 50
                    {groupKind: ['production', 'dut']}                  | 58
                    {groupKind: /prod/}                                 | 57
                    {groupKind: null}                                   | 25
                    {name: 'thermo-0001'}                               | 1
                    {name: null}                                        | 12
                    {name: /thermo-000./g}                              | 9
                    {name: name => name && name.endsWith('1')}          | 26
                    {freeMemory: bytes => bytes > 100000}               | 97
                    {rssi: [-57, -58]}                                  | 7
                    {stateChangedAt: new Date('2024-04-30T06:21:14.430Z')} | 1
                    {stateChangedAt: time => time > new Date(0)}        | 250
                    {owner: 'demo'}                                     | 250
                    Object.create(null)                                 | 250
                    JSON.parse('{"group": "Line 2"}')                   | 50
                    """)
    void countsWhatMatches(String filter, int count) {
        assertThat(cloud.show("devices.where(" + filter + ").count()")).isEqualTo(String.valueOf(count));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {group: undefined}          | where: group is undefined, which would match anything or nothing | leave the key out, or say null for unset
                    {group: 5}                  | where: group cannot be 5          | use a name, a device group, an array of these, a regular expression, a function or null
                    {group: {}}                 | where: group cannot be an object  | use a name, a device group, an array of these, a regular expression, a function or null
                    {group: products.first()}   | where: group cannot be a product  | use a name, a device group, an array of these, a regular expression, a function or null
                    {group: ['Line 1', 5]}      | where: group cannot be 5          | use a name, a device group, an array of these, a regular expression, a function or null
                    {impType: [undefined]}      | where: undefined cannot be compared | leave it out, or say null for unset
                    {online: {}}                | where: an object cannot be compared | use a value, an array, a regular expression or a function
                    {online: devices}           | where: devices cannot be compared | use a value, an array, a regular expression or a function
                    {stateChangedAt: '2024'}    | where: stateChangedAt is a Date, so it never equals '2024' | compare with a function: {stateChangedAt: time => time > new Date('2024-01-31')}
                    {groupKind: 'prodution'}    | where: no kind of group is called 'prodution'; did you mean production? | kinds: development, pre-factory, pre-dut, pre-production, factory, dut, production
                    5                           | where takes an object such as {name: …}, not 5          | usage: where({key: value, …})
                    null                        | where takes an object such as {name: …}, not null       | usage: where({key: value, …})
                    'x'                         | where takes an object such as {name: …}, not 'x'        | usage: where({key: value, …})
                    []                          | where takes an object such as {name: …}, not an empty array   | usage: where({key: value, …})
                    /x/                         | where takes an object such as {name: …}, not a RegExp   | usage: where({key: value, …})
                    new Map()                   | where takes an object such as {name: …}, not a Map      | usage: where({key: value, …})
                    new Date()                  | where takes an object such as {name: …}, not a Date     | usage: where({key: value, …})
                    d => d.online               | where takes an object such as {name: …}, not a function | filter(fn) takes a function
                    {}, 1                       | where takes at most 1 argument, not 2                   | usage: where(filter)
                    """)
    void refusesWhatCannotBeMeant(String filter, String message, String hint) {
        assertThat(cloud.failure("devices.where(" + filter + ")")).isEqualTo("USAGE: " + message + "\n" + hint);
    }

    @Test
    void namesTheKeyThatIsNearest() {
        assertThat(cloud.failure("products.where({nam: 'x'})")).isEqualTo("""
                        USAGE: products have no 'nam' to filter by; did you mean name?
                        keys: id, type, name, description, createdAt, updatedAt, owner, creator""");
    }

    @Test
    void saysTheTypeOfAKey() {
        assertThat(cloud.failure("devices.where({online: 'yes'})"))
                .isEqualTo("USAGE: where: online is a boolean, so it never equals 'yes'");
        assertThat(cloud.failure("devices.where({rssi: '5'})"))
                .isEqualTo("USAGE: where: rssi is a number, so it never equals '5'");
    }

    @Test
    void aNameThatNothingHasIsAnErrorWhenItIsUsed() {
        assertThat(cloud.failure("devices.where({group: 'Lime 1'}).count()"))
                .isEqualTo("NOT_FOUND: no device group is called 'Lime 1'\nnearest: Line 1, Line 2");
    }
}
