package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report says how many match what the plan was made of: 75 devices are in Line 1, 50 in Line 2. */
class StillMatchingTest {
    private final SandboxSession cloud = SandboxSession.start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            devices.where({group: 'Line 1'}).assignTo('Line 2')                         | 0
            devices.where({group: 'Line 1'}).limit(3).assignTo('Line 2')                | 72
            devices.where({group: 'Line 1'}).assignTo('Line 2').where({name: 'thermo-0001'}) | 74
            devices.where({group: 'Line 1'}).filter(d => d.name < 'thermo-0010').assignTo('Line 2') | 0
            devices.where({name: /thermo-000/}).assignTo('Line 2')                      | 9
            groups.get('Line 2').assign(devices.where({group: 'Line 1'}).limit(5))      | 70
            groups.get('Line 1').reassignTo('Line 2')                                   | 0
            groups.get('Line 1').unassignAll()                                          | 0
            groups.get('Line 2').assign(['thermo-0001', 'thermo-0002'])                 | null
            devices.of(['thermo-0001']).assignTo('Line 2')                              | null
            devices.limit(3).assignTo('Line 2')                                         | null
            devices.where({group: 'Line 1'}).limit(2).restart()                         | null
            """)
    void isCounted(String plan, String still) {
        assertThat(cloud.show("(" + plan + ").apply().stillMatching")).isEqualTo(still);
    }

    /** The report of what was done is worth more than the count. */
    @Test
    void isLeftOutWhenTheScriptsOwnFilterThrows() {
        cloud.run("""
                let broken = false;
                let p = devices.where({group: 'Line 1'}).limit(2)
                    .filter(d => { if (broken) throw new Error('mine'); return true }).assignTo('Line 2');
                broken = true
                """);
        assertThat(cloud.show("let r = p.apply(); [r.done.count, r.stillMatching]"))
                .isEqualTo("[2, null]");
    }

    @Test
    void isNotCountedOnceSomebodyHasSaidStop() {
        cloud.run("let p = devices.where({group: 'Line 1'}).limit(2).assignTo('Line 2')");
        cloud.io.onProgress(cloud.session::interrupt);
        assertThat(catchThrowable("p.apply()")).isEqualTo("io.impsh.api.CancelledException");
        assertThat(cloud.show("_.stillMatching")).isEqualTo("null");
    }

    private String catchThrowable(String input) {
        try {
            return cloud.show(input);
        } catch (RuntimeException thrown) {
            return thrown.getClass().getName();
        }
    }
}
