package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsAndProductsTest {
    private static final String GROUP_KEYS =
            "product, name, kind, description, region, loadCodeAfterBlessing, envVars, productionTarget, dutTarget";

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
    void whatIsChangedThroughAnObjectIsChangedInIt() {
        cloud.run("""
                let p = products.Tracker; p.update({description: 'new'});
                let g = groups['Tracker dev']; g.update({name: 'Tracker lab', envVars: {a: 1}});
                let w = g.createWebhook({url: 'https://example.com/one', event: 'deployment'});
                w.update({url: 'https://example.com/two'})
                """);
        assertThat(cloud.show("[p.description, g.name, g.envVars, w.url]"))
                .isEqualTo("['new', 'Tracker lab', {a: 1}, 'https://example.com/two']");
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

    @Test
    void aProductionGroupSaysWhereAndWhenItsDevicesGetCode() {
        cloud.run("""
                let field = products.Tracker.createGroup({name: 'Field', kind: 'production', region: 'eu',
                    loadCodeAfterBlessing: false})
                """);
        assertThat(cloud.show("[field.region, field.loadCodeAfterBlessing]")).isEqualTo("['eu', false]");
        assertThat(cloud.show("field.update({loadCodeAfterBlessing: true}).loadCodeAfterBlessing"))
                .isEqualTo("true");
        assertThat(cloud.show(
                        "products.Tracker.createGroup({name: 'B', kind: 'pre-production'}).loadCodeAfterBlessing"))
                .isEqualTo("true");
    }

    @Test
    void aTargetByNameIsTheOneOfTheSameProduct() {
        cloud.run("""
                let other = products.create({name: 'Other'});
                for (const p of [other, products.Tracker]) {
                    p.createGroup({name: 'Field', kind: 'production'});
                    p.createGroup({name: 'DUT', kind: 'dut'});
                }
                let f = other.createGroup({name: 'Fixtures', kind: 'factory', productionTarget: 'Field', dutTarget: 'DUT'})
                """);
        assertThat(cloud.show("[f.productionTarget.product.name, f.dutTarget.product.name]"))
                .isEqualTo("['Other', 'Other']");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Line 9 – “left”", "Grüße 🌡️ 温度", "it's", "a/b%7B{me}", "  two  blanks  "})
    void namesMayBeAnything(String name) {
        String text = name.replace("'", "\\'");
        cloud.run("let p = products.create({name: '" + text + "'}); let g = p.createGroup({name: '" + text + "'})");
        assertThat(cloud.show("[products['" + text + "'].name === p.name, groups.get('" + text + "').id === g.id]"))
                .isEqualTo("[true, true]");
        assertThat(cloud.show("g.update({description: '" + text + "'}).description"))
                .isEqualTo(name);
    }

    @Test
    void aProductIsMadeForAnAccountThatOneCollaboratesWith() {
        try (SandboxSession dry = SandboxSession.with().dryRun().start()) {
            assertThat(dry.show("products.create({name: 'Valve', owner: 'partner'}).owner.name"))
                    .isEqualTo("partner");
            assertThat(dry.show("products.create({name: 'Tap', owner: accounts.get('partner').email}).owner.name"))
                    .isEqualTo("partner");
            assertThat(dry.show("products.create({name: 'Hose', owner: me}).owner.name"))
                    .isEqualTo("demo");
        }
        assertThat(cloud.failure("products.create({name: 'x', owner: 'partnr'})"))
                .isEqualTo("NOT_FOUND: no account is called 'partnr'\nnearest: partner");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    region: 'eu'                     | a development group has no region                 | pre-production and production groups have one
                    kind: 'dut', loadCodeAfterBlessing: true | a dut group has no loadCodeAfterBlessing | pre-production and production groups have one
                    dutTarget: 'Tracker pre-DUT'     | a development group has no dutTarget              | pre-factory and factory groups have targets
                    kind: 'factory'                  | a factory group needs productionTarget and dutTarget | a production and a dut group of the same product
                    kind: 'pre-factory', dutTarget: 'Tracker pre-DUT' | a pre-factory group needs productionTarget and dutTarget | a pre-production and a pre-dut group of the same product
                    kind: 'pre-factory', dutTarget: 'Tracker pre-DUT', productionTarget: 'Tracker dev' | the productionTarget of a pre-factory group must be a pre-production group; Tracker dev is a development group | deviceGroups.where({kind: 'pre-production'}) lists those
                    """)
    void whatAKindOfGroupCannotHaveIsRefused(String given, String message, String hint) {
        assertThat(cloud.failure("products.Tracker.createGroup({name: 'x', " + given + "})"))
                .isEqualTo("USAGE: " + message + "\n" + hint);
        assertThat(cloud.sandbox.recount().requests("POST", "/devicegroups")).isZero();
    }

    @Test
    void aTargetOfAnotherProductIsRefused() {
        assertThat(cloud.failure("""
                products.Tracker.createGroup({name: 'x', kind: 'factory', productionTarget: 'Thermostat field',
                    dutTarget: 'Thermostat DUT'})
                """))
                .isEqualTo(
                        "USAGE: the productionTarget must be in the same product; Thermostat field is in Thermostat");
        assertThat(cloud.failure("groups.get('Thermostat fixtures').update({dutTarget: 'Line 1'})"))
                .isEqualTo(
                        "USAGE: the dutTarget of a factory group must be a dut group; Line 1 is a development group\n"
                                + "deviceGroups.where({kind: 'dut'}) lists those");
        assertThat(cloud.failure("groups.get('Line 1').update({loadCodeAfterBlessing: true})"))
                .isEqualTo("USAGE: a development group has no loadCodeAfterBlessing\n"
                        + "pre-production and production groups have one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    products.create({name: ''})                        | create: name must have 1 to 80 characters, not 0
                    products.create({name: 'x'.repeat(81)})            | create: name must have 1 to 80 characters, not 81
                    products.create({name: '🌡'.repeat(81)})            | create: name must have 1 to 80 characters, not 81
                    products.Tracker.update({name: null})              | update: name must have 1 to 80 characters, not 0
                    groups.get('Line 1').update({description: 'x'.repeat(256)}) | update: description must have at most 255 characters, not 256
                    """)
    void textsThatAreTooLongAreRefused(String input, String message) {
        assertThat(cloud.failure(input)).isEqualTo("USAGE: " + message);
    }

    @Test
    void whatTheServiceRefusesIsToldWithWhatToDo() {
        assertThat(cloud.failure("products.Tracker.remove()"))
                .isEqualTo("""
                CONFLICT: cannot delete product %s: Dependent Devicegroups Exist: Cannot delete a product with associated \
                devicegroups. (CX002)
                remove({force: true}) plans to remove the groups first""".formatted(cloud.show("products.Tracker.id")));
        assertThat(cloud.failure("groups.get('Line 1').remove()"))
                .endsWith("\nremove({force: true}) plans to unassign them first");
        assertThat(cloud.failure("devices.where({group: 'Thermostat field'}).first().unassign({unbondKey: 'wrong'})"))
                .endsWith("Unassigning production devices needs the account's unbond key. (PX301)\n"
                        + "unassign({unbondKey: 'ask'}) asks for the account's unbond key");
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
        assertThat(cloud.failure("groups['Line 1'].update({envVars: {a: 1e400}})"))
                .isEqualTo("USAGE: the environment variable a cannot be Infinity\nJSON has no such number");
    }
}
