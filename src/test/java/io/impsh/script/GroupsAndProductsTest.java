package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsAndProductsTest {
    private static final String GROUP_KEYS =
            "product, name, kind, description, region, envVars, productionTarget, dutTarget";

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
    void aProductIsMadeChangedAndRemoved() {
        assertThat(cloud.show("let p = products.create({name: 'Doorbell', description: 'x'}); p.name"))
                .isEqualTo("Doorbell");
        assertThat(cloud.show("p.update({description: 'y'}).description")).isEqualTo("y");
        assertThat(cloud.show("products.Doorbell.description")).isEqualTo("y");
        assertThat(cloud.show("p.remove()")).isEqualTo("(nothing)");
        assertThat(cloud.show("products.find('Doorbell')")).isEqualTo("null");
        assertThat(cloud.io.lines).containsExactly("? The product Doorbell is removed. Go on?");
    }

    @Test
    void aGroupIsMadeChangedAndRemoved() {
        cloud.run("let g = products.Tracker.createGroup({name: 'Line 9', envVars: {a: 1, b: 'x'}})");
        assertThat(cloud.show("[g.kind, g.product.name, g.envVars]"))
                .isEqualTo("['development', 'Tracker', {a: 1, b: 'x'}]");
        assertThat(cloud.show("g.update({name: 'Line 10', envVars: {c: 2.5}}).envVars"))
                .isEqualTo("{c: 2.5}");
        assertThat(cloud.show("groups.get('Line 10').update({description: null}).description"))
                .isEqualTo("null");
        assertThat(cloud.show("groups.get('Line 10').remove()")).isEqualTo("(nothing)");
        assertThat(cloud.show("groups.find('Line 10')")).isEqualTo("null");
    }

    @Test
    void aFactoryGroupHasTargets() {
        cloud.run("""
                let field = products.Tracker.createGroup({name: 'Field', kind: 'production', region: 'eu'});
                products.Tracker.createGroup({name: 'DUT', kind: 'dut'});
                let f = groups.create({product: 'Tracker', name: 'Fixtures', kind: 'factory', productionTarget: field,
                    dutTarget: 'DUT'})
                """);
        assertThat(cloud.show("[f.kind, f.productionTarget.name, f.dutTarget.name, field.region]"))
                .isEqualTo("['factory', 'Field', 'DUT', 'eu']");
        cloud.run("products.Tracker.createGroup({name: 'Field 2', kind: 'production'})");
        assertThat(cloud.show("f.update({productionTarget: 'Field 2'}).productionTarget.name"))
                .isEqualTo("Field 2");
    }

    @Test
    void restartingAGroupAsksWithTheNumberOfDevices() {
        cloud.run("groups.get('Line 1').restart()");
        cloud.run("groups.get('Thermostat field').restart({conditional: true})");
        assertThat(cloud.io.lines)
                .containsExactly(
                        "? 75 devices of Line 1 restart. Go on?",
                        "? 37 devices of Thermostat field restart, those on a supported build when they are ready."
                                + " Go on? [type 37]");
        assertThat(cloud.sandbox.recount().restartsByDevice()).hasSize(75);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    products.create()                       | create needs attributes: an object such as {name: …} | usage: create({name, description, owner})
                    products.create({})                     | create needs name: 1 to 80 characters         | usage: create({name, description, owner})
                    products.create({name: 5})              | create: name must be a string, not 5          | usage: create({name, description, owner})
                    products.create({name: 'x', descr: 'y'}) | create has no option 'descr'                 | options: name, description, owner
                    products.create(['x'])                  | create: attributes must be an object such as {name: …}, not an array | usage: create({name, description, owner})
                    products.Pump.update({})                | update was told nothing to change             | options: name, description
                    products.Pump.update()                  | update was told nothing to change             | options: name, description
                    products.Pump.createGroup({name: 'x', kind: 'facory'}) | no kind of group is called 'facory'; did you mean factory? | kinds: development, pre-factory, pre-dut, pre-production, factory, dut, production
                    groups.create({name: 'x'})              | create needs product: the product, or its name or id | usage: create({KEYS})
                    groups.create({product: 'Tracker', name: 'x', envVars: {'a-b': 1}}) | 'a-b' cannot be the name of an environment variable | letters and digits, first a letter
                    groups.create({product: 'Tracker', name: 'x', envVars: [1]}) | create: envVars must be an object of names with strings or numbers, not an array | usage: create({KEYS})
                    """)
    void wrongArgumentsAreRefusedBeforeAnythingIsSent(String input, String message, String hint) {
        assertThat(cloud.failure(input)).isEqualTo("USAGE: " + message + "\n" + hint.replace("KEYS", GROUP_KEYS));
        assertThat(cloud.sandbox.recount().requests("POST", "/products")).isZero();
        assertThat(cloud.sandbox.recount().requests("POST", "/devicegroups")).isZero();
    }

    @Test
    void environmentVariablesAreStringsOrNumbers() {
        assertThat(cloud.failure("groups.get('Line 1').update({envVars: {a: true}})"))
                .isEqualTo("USAGE: the environment variable a must be a string or a number");
    }
}
