package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignedNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p = devices.all() | p",
                "devices.all() | _",
                "p == q | _",
                "p.q = 1 | _",
                "this = 1 | _",
                "p = | _",
                "'/* c */ moves = 1' | moves"
            })
    void theNameBeforeTheEqualsSign(String text, String name) {
        assertThat(AssignedName.in(new Input.Typed("input 1", text))).isEqualTo(name);
    }
}
