package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DryRunSessionTest {
    private final SandboxSession cloud = SandboxSession.with().dryRun().start();

    @BeforeEach
    void nobodyCanBeAsked() {
        cloud.io.nobodyIsThere();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void writesAreRecordedInOrderAndNotSent() {
        cloud.run("""
                let d = devices.get('thermo-0001');
                d.rename('x');
                d.restart();
                devices.where({group: 'Line 1'}).limit(2).assignTo('Line 2').apply();
                d.remove()
                """);
        assertThat(cloud.session.recordedWrites())
                .satisfiesExactly(
                        rename -> assertThat(rename)
                                .startsWith("PATCH ")
                                .contains("/devices/23d6824e2ef3fc17")
                                .contains("\"name\":\"x\""),
                        restart ->
                                assertThat(restart).startsWith("POST ").contains("/devices/23d6824e2ef3fc17/restart"),
                        assign -> assertThat(assign)
                                .startsWith("POST ")
                                .contains("/relationships/devices")
                                .contains("23d6824e2ef3fc17"),
                        remove -> assertThat(remove).startsWith("DELETE ").contains("/devices/23d6824e2ef3fc17"));
        assertThat(cloud.sandbox.recount().deviceCount("Line 1")).isEqualTo(75);
        assertThat(cloud.sandbox.recount().requests().keySet())
                .allMatch(request -> request.startsWith("GET ") || request.startsWith("POST /auth"));
    }

    @Test
    void whatWouldBeMadeCanBeUsed() {
        assertThat(cloud.show("let p = products.create({name: 'Doorbell'}); p.name"))
                .isEqualTo("Doorbell");
        assertThat(cloud.show("let g = groups.create({product: p, name: 'Bells'}); g.product.name"))
                .isEqualTo("Doorbell");
        assertThat(cloud.show("g.devices.count()")).isEqualTo("0");
        assertThat(cloud.show("devices.where({group: 'Line 1'}).limit(2).assignTo(g).apply()"))
                .isEqualTo("report: 2 planned");
        assertThat(cloud.show("devices.get('thermo-0001').assignTo(g).name")).isEqualTo("thermo-0001");
    }

    @Test
    void sleepDoesNotWait() {
        cloud.run("me.name");
        assertThat(cloud.show("sleep(3600)")).isEqualTo("(nothing)");
    }

    @Test
    void aProjectOfTheDirectoryIsLeftAlone() {
        assertThat(cloud.show("project.create({product: 'Tracker', name: 'Lab'}).exists"))
                .isEqualTo("false");
        assertThat(cloud.show("project.link('Line 1').exists")).isEqualTo("false");
        assertThat(cloud.io.lines).containsOnly("! dry run: .impt.project and the sources are left as they are");
    }
}
