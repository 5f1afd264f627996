package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a project cannot be made of is found before anything is: neither product nor group is left behind. */
class ProjectRefusalsTest {
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
    void aNameThatIsTooLongMakesNoProduct() {
        assertThat(cloud.failure("project.create({product: 'New', createProduct: true, name: 'N'.repeat(81)})"))
                .isEqualTo("USAGE: create: name must have 1 to 80 characters, not 81");
        assertThat(cloud.show("products.find('New')")).isEqualTo("null");
    }

    @Test
    void sourcesThatCannotBeMakeNoGroup() {
        assertThat(cloud.failure("project.create({product: 'Tracker', name: 'N', deviceFile: ''})"))
                .startsWith("USAGE: create: deviceFile must be the name of a file, not ''");
        assertThat(cloud.failure("project.create({product: 'Tracker', name: 'N', agentFile: 'src'})"))
                .isEqualTo("FILE: cannot use src as a source: it is a folder");
        assertThat(cloud.failure("project.create({product: 'Tracker', name: 'N', agentFile: 'nowhere/a.nut'})"))
                .isEqualTo("FILE: cannot write nowhere/a.nut: there is no such folder");
        assertThat(cloud.failure("project.link('Line 1', {deviceFile: 'one.nut', agentFile: './one.nut'})"))
                .isEqualTo("USAGE: a project needs a file for the device and another for the agent");
        assertThat(cloud.show("groups.where({name: 'N'}).count()")).isEqualTo("0");
    }

    @Test
    void targetsAreOfTheSameProduct() {
        assertThat(cloud.failure("project.create({product: 'Thermostat', name: 'N', kind: 'pre-factory',"
                        + " productionTarget: 'Tracker pre-production', dutTarget: 'Tracker pre-DUT'})"))
                .isEqualTo("USAGE: the productionTarget must be in the same product; Tracker pre-production is in"
                        + " Tracker");
        assertThat(cloud.show("groups.where({name: 'N'}).count()")).isEqualTo("0");
    }
}
