package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTest {
    private static SandboxSession cloud;

    @BeforeAll
    static void start() {
        cloud = SandboxSession.start();
        cloud.run("""
                let d = devices.get('thermo-0001'), u = devices.where({group: null}).first();
                let p = products.Thermostat, owner = accounts.demo, g = groups.get('Line 1'), f = groups.get('Thermostat fixtures')
                """);
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    d.name                              | thermo-0001
                    d.online                            | true
                    d.rssi + 1                          | -56
                    typeof d.freeMemory                 | number
                    d.groupKind                         | development
                    d.group.name                        | Line 1
                    d.group.product.name                | Thermostat
                    d.product.id === p.id               | true
                    d.owner.name                        | demo
                    u.group                             | null
                    u.product                           | null
                    u.groupKind                         | null
                    g.kind                              | development
                    g.productionTarget                  | null
                    f.productionTarget.name             | Thermostat field
                    f.dutTarget.kind                    | dut
                    g.devices.count()                   | 75
                    p.groups.count()                    | 6
                    p.devices.count()                   | 188
                    g.envVars                           | {}
                    d.stateChangedAt                    | 2024-04-30T06:21:14.430Z
                    d.stateChangedAt.getTime()          | 1714458074430
                    d.stateChangedAt.toISOString()      | 2024-04-30T06:21:14.430Z
                    d.stateChangedAt instanceof Date    | true
                    d.raw.attributes.mac_address        | 0c:2a:69:94:8a:e8
                    Object.keys(d.raw)                  | ['type', 'id', 'links', 'attributes', 'relationships']
                    p.raw.attributes                    | {name: 'Thermostat', description: 'Second generation', created_at: '2024-03-08T18:37:04.527Z', updated_at: '2024-03-08T18:37:04.527Z'}
                    `${d} in ${d.group} of ${p}`        | thermo-0001 in Line 1 of Thermostat
                    '' + d                              | thermo-0001
                    d == d                              | true
                    new Map([[d, 1]]).get(d)            | 1
                    new Set([d, d]).size                | 1
                    const {rename} = d; typeof rename   | function
                    d.rename                            | function: rename(name)
                    d.help                              | function: help()
                    d.help()                            | help: Device
                    d.then                              | (nothing)
                    d.hasOwnProperty('name')            | true
                    Object.keys(p)                      | ['id', 'type', 'name', 'description', 'createdAt', 'updatedAt']
                    ({...p}).description                | Second generation
                    const {name, ...rest} = p; Object.keys(rest) | ['id', 'type', 'description', 'createdAt', 'updatedAt']
                    JSON.parse(JSON.stringify(p)).owner.name | demo
                    u.toJSON().group                    | null
                    d.toJSON().group.type               | development_devicegroup
                    JSON.stringify([d]) === '[' + JSON.stringify(d) + ']' | true
                    json(d) === JSON.stringify(d, null, 2) | true
                    me.name                             | demo
                    me.id === p.owner.id                | true
                    me.raw.type                         | account
                    p.reload().name                     | Thermostat
                    """)
    void gives(String expression, String expected) {
        String code = expression.startsWith("${") ? "`" + expression + "`" : expression;
        assertThat(cloud.show(code)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    d.nam               | NO_PROPERTY: a device has no property 'nam'; did you mean name?
                    d.foo               | NO_PROPERTY: a device has no property 'foo'
                    d?.nme              | NO_PROPERTY: a device has no property 'nme'; did you mean name?
                    g.device            | NO_PROPERTY: a device group has no property 'device'; did you mean devices?
                    me.mail             | NO_PROPERTY: an account has no property 'mail'; did you mean email?
                    d.name = 'x'        | READ_ONLY_OBJECT: entities are read-only here; use rename('x')
                    d.name = p          | READ_ONLY_OBJECT: entities are read-only here; use rename('…')
                    d.group = 'Line 2'  | READ_ONLY_OBJECT: entities are read-only here; use assignTo('Line 2')
                    d.group = g         | READ_ONLY_OBJECT: entities are read-only here; use assignTo(…)
                    d.rssi = 5          | READ_ONLY_OBJECT: entities are read-only here
                    d.id = 'x'          | READ_ONLY_OBJECT: entities are read-only here
                    p.description = 'x' | READ_ONLY_OBJECT: entities are read-only here; use update({description: 'x'})
                    g.name = 'x'        | READ_ONLY_OBJECT: entities are read-only here; use update({name: 'x'})
                    g.kind = 'x'        | READ_ONLY_OBJECT: entities are read-only here
                    me.name = 'x'       | READ_ONLY_OBJECT: entities are read-only here
                    delete d.name       | READ_ONLY_OBJECT: entities are read-only here
                    d.nam = 'x'         | `READ_ONLY_OBJECT: a device has no property 'nam'; did you mean name?\nentities are read-only here`
                    delete d.nam        | `READ_ONLY_OBJECT: a device has no property 'nam'; did you mean name?\nentities are read-only here`
                    devices.x = 5       | READ_ONLY_OBJECT: devices cannot be changed by assignment
                    """)
    void mistakesSpeakUp(String input, String failure) {
        String expected = failure.replace("\\n", "\n").replace("rename('…')", "rename(…)");
        assertThat(cloud.failure(input)).isEqualTo(expected);
        assertThat(cloud.failure("'use strict'; " + input)).isEqualTo(expected);
    }

    @Test
    void jsonIsWhatTheListingShows() {
        assertThat(cloud.show("JSON.parse(JSON.stringify(p)).createdAt")).isEqualTo("2024-03-08T18:37:04.527Z");
        assertThat(cloud.show("p"))
                .isEqualTo("Product {id: 'e099ec6c-d736-3ca5-85e7-bb0f12278575', type: 'product', name: 'Thermostat',"
                        + " description: 'Second generation', createdAt: 2024-03-08T18:37:04.527Z,"
                        + " updatedAt: 2024-03-08T18:37:04.527Z, owner: {id: '910a2dec-8902-5cc1-beeb-8da1658eec67',"
                        + " type: 'account', name: 'demo'}, creator: {id: '910a2dec-8902-5cc1-beeb-8da1658eec67',"
                        + " type: 'account', name: 'demo'}}");
    }
}
