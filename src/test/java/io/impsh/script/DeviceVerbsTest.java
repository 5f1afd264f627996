package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceVerbsTest {
    private static final String UNBOUND =
            "The device leaves the production group Thermostat field and is no longer blessed. Go on? [type 1]";

    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
        cloud.run("""
                let d = devices.get('thermo-0001');
                let sold = devices.where({group: 'Thermostat field'}).first(), loose = devices.where({group: null}).first()
                """);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void renames() {
        assertThat(cloud.show("d.rename('Kitchen').name")).isEqualTo("Kitchen");
        assertThat(cloud.show("d.name + devices.get('Kitchen').name")).isEqualTo("KitchenKitchen");
        assertThat(cloud.show("d.update({name: 'Hall'}).name")).isEqualTo("Hall");
        assertThat(cloud.show("d.rename(null).name")).isEqualTo("null");
    }

    @Test
    void assignsOnce() {
        assertThat(cloud.show("d.assignTo('Line 2').group.name")).isEqualTo("Line 2");
        assertThat(cloud.show("d.assignTo(groups.get('Line 2')).group.name")).isEqualTo("Line 2");
        assertThat(cloud.io.lines).containsExactly("! already in Line 2; left alone (restart() restarts it)");
        assertThat(cloud.sandbox.recount().totalAssignments()).isEqualTo(1);
    }

    @Test
    void unassignsOnce() {
        assertThat(cloud.show("d.unassign().group")).isEqualTo("null");
        assertThat(cloud.show("d.unassign().group")).isEqualTo("null");
        assertThat(cloud.io.lines).containsExactly("! already unassigned; left alone");
    }

    @Test
    void unassigningASoldDeviceAsksAndTakesTheKey() {
        assertThat(cloud.show("sold.unassign({unbondKey: 'sandbox-unbond-key'}).group"))
                .isEqualTo("null");
        assertThat(cloud.io.lines).containsExactly("? " + UNBOUND);
    }

    @Test
    void theKeyCanBeAskedFor() {
        cloud.io.types("sandbox-unbond-key");
        assertThat(cloud.show("sold.unassign({unbondKey: 'ask'}).group")).isEqualTo("null");
        assertThat(cloud.io.lines).containsExactly("? Unbond key", "? " + UNBOUND);
    }

    @Test
    void withoutTheKeyNothingIsAsked() {
        assertThat(cloud.failure("sold.unassign()"))
                .isEqualTo("REFUSED: a production device is unassigned with the account's unbond key only\n"
                        + "unassign({unbondKey: 'ask'}) asks for it");
        assertThat(cloud.io.lines).isEmpty();
    }

    @Test
    void aNoChangesNothing() {
        cloud.io.saysNo();
        assertThat(cloud.failure("sold.unassign({unbondKey: 'sandbox-unbond-key'})"))
                .isEqualTo("DECLINED: not confirmed, so it was not done");
        assertThat(cloud.failure("loose.remove()")).isEqualTo("DECLINED: not confirmed, so it was not done");
        assertThat(cloud.show("sold.reload().group.name + loose.reload().id === 'Thermostat field' + loose.id"))
                .isEqualTo("true");
    }

    @Test
    void removes() {
        assertThat(cloud.show("loose.remove()")).isEqualTo("(nothing)");
        assertThat(cloud.show("d.remove({force: true})")).isEqualTo("(nothing)");
        assertThat(cloud.show("devices.find('thermo-0001')")).isEqualTo("null");
        assertThat(cloud.sandbox.recount().devices()).isEqualTo(248);
        assertThat(cloud.io.lines)
                .containsOnly("? The device is removed from the account; only BlinkUp brings it back. Go on?");
    }

    @Test
    void restarts() {
        assertThat(cloud.show("d.restart()")).isEqualTo("(nothing)");
        assertThat(cloud.show("d.restart({conditional: true})")).isEqualTo("(nothing)");
        assertThat(cloud.sandbox.recount().restartsByDevice()).containsOnlyKeys("23d6824e2ef3fc17");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    d.rename()                          | USAGE: rename needs name: the new name; null or '' for none | usage: rename(name)
                    d.rename(5)                         | USAGE: rename: name must be a string, not 5       | usage: rename(name)
                    d.rename('a', 'b')                  | USAGE: rename takes at most 1 argument, not 2     | usage: rename(name)
                    d.update()                          | USAGE: update needs changes: an object such as {name: …} | usage: update({name})
                    d.update({})                        | USAGE: update needs name: the new name; null or '' for none | usage: update({name})
                    d.update('x')                       | USAGE: update: changes must be an object such as {name: …}, not 'x' | usage: update({name})
                    d.update({nmae: 'x'})               | USAGE: update has no option 'nmae'; did you mean name? | options: name
                    d.restart({conditional: 'yes'})     | USAGE: restart: conditional must be true or false, not 'yes' | usage: restart([{conditional}])
                    d.restart({conditional: undefined}) | USAGE: restart: conditional is undefined          | leave conditional out, or give it a value
                    d.unassign({unbondkey: 'secret'})   | USAGE: unassign has no option 'unbondkey'; did you mean unbondKey? | options: unbondKey
                    d.unassign({unbondKey: 12345})      | USAGE: unassign: unbondKey must be a string       | usage: unassign([{unbondKey}])
                    d.assignTo('Lime 2')                | NOT_FOUND: no device group is called 'Lime 2'     | nearest: Line 2, Line 1
                    d.assignTo()                        | USAGE: assignTo needs group: a device group, or its name or id | usage: assignTo(group)
                    sold.assignTo('Line 1')             | REFUSED: a production device cannot be assigned to Line 1 | unassign({unbondKey}) makes it a development device first
                    """)
    void refuses(String input, String failure, String hint) {
        assertThat(cloud.failure(input)).isEqualTo(failure + "\n" + hint);
        assertThat(cloud.sandbox.recount().totalAssignments()).isZero();
    }
}
