package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxVerbsTest {
    private final SandboxSession cloud = SandboxSession.start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void addsDevices() {
        cloud.run(
                "let d = sandbox.addDevices({count: 2, name: 'spare', group: 'Line 1', impType: 'imp005', online: false})");
        assertThat(cloud.show("d.map(x => `${x.name} ${x.group.name} ${x.impType} ${x.online}`).join(', ')"))
                .isEqualTo("spare-1 Line 1 imp005 false, spare-2 Line 1 imp005 false");
        assertThat(cloud.show("sandbox.addDevices()[0].group")).isEqualTo("null");
        assertThat(cloud.show("devices.count()")).isEqualTo("253");
    }

    @Test
    void blessesAndBlinksUp() {
        cloud.run("let d = sandbox.bless(devices.where({group: 'Thermostat DUT'}).first())");
        assertThat(cloud.show("d.group.name + ' ' + d.online")).isEqualTo("Thermostat field false");
        assertThat(cloud.show("sandbox.blinkUp(d).online")).isEqualTo("true");
        assertThat(cloud.show("sandbox.bless('thermo-0001', 'Thermostat field B').group.name"))
                .isEqualTo("Thermostat field B");
    }

    @Test
    void turnsDevicesOffAndOn() {
        assertThat(cloud.show("sandbox.setOnline('thermo-0001', false).online")).isEqualTo("false");
        assertThat(cloud.show("sandbox.setOnline('thermo-0001', true).online")).isEqualTo("true");
        assertThat(cloud.failure("sandbox.setOnline('thermo-0001', 1)"))
                .isEqualTo("USAGE: setOnline: online must be true or false, not 1\nusage: setOnline(device, online)");
    }

    @Test
    void faultsStateAndReset() {
        cloud.run("devices.get('thermo-0001').assignTo('Line 2'); sandbox.faults('delay:1%@1ms')");
        assertThat(cloud.show("sandbox.state().faults + ' ' + sandbox.state().groups['Line 2']"))
                .isEqualTo("delay:1%@1ms 51");
        cloud.run("sandbox.reset()");
        assertThat(cloud.show("sandbox.state().faults + ' ' + devices.get('thermo-0001').group.name"))
                .isEqualTo(" Line 1");
    }

    @Test
    void refusalsOfTheSandboxAreTold() {
        assertThat(cloud.failure("sandbox.addDevices({group: 'Line 9'})"))
                .isEqualTo("NOT_FOUND: cannot add devices to the sandbox: Not Found: There is no device group 'Line 9';"
                        + " give its id or its name. (NF001)");
        assertThat(cloud.failure("sandbox.faults('fire:1%')"))
                .isEqualTo("REFUSED: cannot set the faults of the sandbox: Invalid Attribute: fault 'fire:1%': unknown"
                        + " fault 'fire'; allowed are 429:N%, 500:N%, reset:N%, truncate:N%,"
                        + " delay:N%@TIME, stream-cut:TIME, stream-stall:TIME or stream-stall:TIME@TIME,"
                        + " stream-close:TIME, stream-garbage:N% and stream-forget:N%, a TIME being such as"
                        + " 500ms or 5s. (VX001)");
    }

    @Test
    void dryRunAndReadOnlyLeaveItAlone() {
        try (SandboxSession dry = SandboxSession.with().dryRun().start()) {
            assertThat(dry.show("sandbox.addDevices().length")).isEqualTo("0");
            assertThat(dry.io.lines).containsExactly("! dry run: the sandbox is left as it is");
        }
        try (SandboxSession locked = SandboxSession.with().readOnly().start()) {
            assertThat(locked.failure("sandbox.reset()"))
                    .isEqualTo("READ_ONLY: the profile sandbox is read-only; nothing was changed\n"
                            + "start without --read-only to change something");
            assertThat(locked.show("sandbox.state().devices")).isEqualTo("250");
        }
    }
}
