package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
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
                    devices.limit(3).where({group: 'Line 2'}).count()           | 0
                    devices.where({group: 'Line 2'}).limit(3).count()           | 3
                    devices.limit(0).count()                                    | 0
                    devices.sortBy('-name').limit(2).names()                    | ['tracker-0037', 'tracker-0036']
                    devices.limit(2).sortBy('-name').names()                    | ['thermo-0002', 'thermo-0001']
                    devices.sortBy('name').limit(2).names()                     | ['thermo-0001', 'thermo-0002']
                    devices.sortBy('-rssi').limit(3).map(d => d.rssi)           | [-35, -35, -35]
                    devices.where({group: 'Line 1'}).sortBy(d => d.rssi).first().rssi | -84
                    devices.sortBy(d => d.online ? d.rssi : d.name).count()     | 250
                    products.names()                                            | ['Thermostat', 'Tracker', 'Pump']
                    products.count()                                            | 3
                    products.all().count()                                      | 3
                    products.map(p => p.name)                                   | ['Thermostat', 'Tracker', 'Pump']
                    products.map((p, index) => index)                           | [0, 1, 2]
                    products.filter(p => p.name > 'U').first()                  | null
                    products.first().name                                       | Thermostat
                    products.first(2).map(p => p.name)                          | ['Thermostat', 'Tracker']
                    products.first(9).length                                    | 3
                    products.where({name: 'Pump'}).one().name                   | Pump
                    products.find('Pump').name                                  | Pump
                    products.find('Nope')                                       | null
                    products.find(p => p.name.startsWith('T')).name             | Thermostat
                    products.find(p => false)                                   | null
                    products.where({name: 'Pump'}).find('Tracker')              | null
                    products.where({name: 'Pump'}).find('Pump').name            | Pump
                    products.toArray().length                                   | 3
                    Array.isArray(products.toArray())                           | true
                    [...products].length                                        | 3
                    new Set(products).size                                      | 3
                    Array.from(products, p => p.name).join()                    | Thermostat,Tracker,Pump
                    let [p1, ...others] = products; others.length               | 2
                    let names = ''; for (const p of products) names += p.name; names | ThermostatTrackerPump
                    products.forEach(p => p)                                    | (nothing)
                    products.of(['Pump', 'Tracker', 'Pump']).names()            | ['Pump', 'Tracker']
                    products.of([products.first(), 'Pump']).names()             | ['Thermostat', 'Pump']
                    products.of([]).count()                                     | 0
                    devices.of(devices.limit(30).toArray()).where({online: true}).count() | 27
                    groups.countBy('kind')                                      | by kind: {development: 4, production: 2, factory: 1, dut: 1, pre-factory: 1, pre-dut: 1, pre-production: 1}
                    devices.countBy('online')                                   | by online: {true: 219, false: 31}
                    devices.countBy(d => d.online).true                         | 219
                    groups.groupBy('kind').production.map(g => g.name)          | ['Thermostat field', 'Thermostat field B']
                    Object.keys(groups.groupBy(g => g.product.name))            | ['Thermostat', 'Tracker', 'Pump']
                    products.select('name', 'owner')                            | `name | owner\nThermostat | demo\nTracker | demo\nPump | partner`
                    JSON.stringify(products.select('name'))                     | [{"name":"Thermostat"},{"name":"Tracker"},{"name":"Pump"}]
                    `products.limit(1).select('name').json().replace(/\\s/g, '')` | [{"name":"Thermostat"}]
                    String(devices)                                             | [DeviceQuery]
                    Object.keys(devices)                                        | []
                    typeof devices.where                                        | function
                    devices.where.toString()                                    | where(filter)
                    devices.where                                               | function: where(filter)
                    Number.isInteger(devices.count())                           | true
                    """)
    void gives(String expression, String expected) {
        assertThat(cloud.show(expression)).isEqualTo(expected.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    devices.length              | NO_PROPERTY: devices has no 'length'          | a lazy query has no length; count() asks the service
                    devices[0]                  | NO_PROPERTY: devices has no '0'               | a lazy query has no index; first(n) gives an array, toArray() all of them
                    devices.where({})[0]        | NO_PROPERTY: a device query has no '0'        | a lazy query has no index; first(n) gives an array, toArray() all of them
                    devices.reduce(() => 0)     | NO_PROPERTY: devices has no 'reduce'          | toArray().reduce(…) works on a real array
                    devices.where({}).get('x')  | NO_PROPERTY: a device query has no 'get'      | find(x) looks among these, devices.get(x) among all
                    devices.whre({})            | NO_PROPERTY: devices has no member and no device 'whre'; did you mean where? | devices.get('whre') looks for it
                    devices['thermo-0001']      | NO_PROPERTY: devices has no member and no device 'thermo-0001' | devices.get('thermo-0001') looks for it
                    products.Thermostatt        | NO_PROPERTY: products has no member and no product 'Thermostatt'; did you mean Thermostat? | products.get('Thermostatt') looks for it
                    devices.where.foo           | NO_PROPERTY: the method where has no property 'foo' | call it: where(filter)
                    devices.limit(-1)           | USAGE: limit: most must be a whole number from 0 upwards, not -1 | usage: limit(most)
                    devices.limit('3')          | USAGE: limit: most must be a number, not '3'  | usage: limit(most)
                    devices.limit()             | USAGE: limit needs most: how many at most     | usage: limit(most)
                    devices.count(1)            | USAGE: count takes no arguments, not 1        | usage: count()
                    devices.filter({})          | USAGE: filter: test must be a function, not an object | usage: filter(test)
                    products.select(['name'])   | USAGE: select: columns must be a string, not an array | usage: select([...columns])
                    products.of('Pump')         | USAGE: of: list must be an array, not 'Pump'  | usage: of(list)
                    products.one()              | NOT_ONE: there are several such products      | first() takes the first of several, or null
                    products.limit(0).one()     | NOT_ONE: there is no such product             | first() takes the first of several, or null
                    devices.get('thermo-1')     | NOT_FOUND: no device is called 'thermo-1'     | nearest: thermo-0001, thermo-0010, thermo-0011\\ndevices.where({name: /^thermo-1/}) finds by pattern
                    groups.get('Lime 1')        | NOT_FOUND: no device group is called 'Lime 1' | nearest: Line 1, Line 2
                    """)
    void failsWithWhatToDoNext(String expression, String message, String hint) {
        assertThat(cloud.failure(expression)).isEqualTo(message + "\n" + hint.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    devices.get('thermo-0001')                                  | thermo-0001
                    devices.get('0c:2a:69:94:8a:e8')                            | thermo-0001
                    devices.get('0C:2A:69:94:8A:E8')                            | thermo-0001
                    devices.get('23d6824e2ef3fc17')                             | thermo-0001
                    devices.get(devices.first().agentId)                        | thermo-0001
                    devices.get(devices.first())                                | thermo-0001
                    groups.get('{demo}{Thermostat}{Line 1}')                    | Line 1
                    groups.get('{me}{Thermostat}{Line 2}')                      | Line 2
                    groups.get(groups.get('Line 2').id)                         | Line 2
                    products.get('{partner}{Pump}')                             | Pump
                    products.Thermostat                                         | Thermostat
                    products['Thermostat']                                      | Thermostat
                    groups['Line 1']                                            | Line 1
                    accounts.partner                                            | partner
                    accounts.get('partner@example.com')                         | partner
                    accounts.get('me')                                          | demo
                    """)
    void findsByEveryIdentifier(String expression, String name) {
        assertThat(cloud.show("(" + expression + ").name")).isEqualTo(name);
    }

    @Test
    void severalOfANameAreListedWithTheirWholeNames() {
        try (SandboxSession own = SandboxSession.start()) {
            own.run("groups.create({product: 'Tracker', name: 'Line 1'})");
            assertThat(own.failure("devices.where({group: 'Line 1'}).count()")).isEqualTo("""
                            AMBIGUOUS: 2 groups are called 'Line 1'
                            say which:
                            {demo}{Thermostat}{Line 1}
                            {demo}{Tracker}{Line 1}""");
            assertThat(own.show("devices.where({group: '{demo}{Thermostat}{Line 1}'}).count()"))
                    .isEqualTo("75");
        }
    }
}
