package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretArgumentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "d.unassign({unbondKey: 'a b'})           | d.unassign({unbondKey: 'ask'})",
                "d.unassign({ \"unbondKey\" : \"x'y\" })  | d.unassign({ \"unbondKey\" : 'ask' })",
                "myPassword = `x` + y                     | myPassword = 'ask' + y",
                "d.unassign({['unbondKey']: `x`})         | d.unassign({['unbondKey']: 'ask'})",
                "o[`unbondKey`] = 'x'                     | o[`unbondKey`] = 'ask'",
                "if (password === 'it\\'s') {}            | if (password === 'ask') {}",
                "loginKey='unfinished                     | loginKey='ask'",
                "loginKeys.get('abcdefgh12345678').usages  | loginKeys.get('ask').usages",
                "me.refreshTokens[ \"tok_0123456789\" ]     | me.refreshTokens[ 'ask' ]",
                "run('unbless', {unbondKey: 'x'})         | run('unbless', {unbondKey: 'ask'})",
                "run('own', {hookSecret: 'x'})            | run('own', {hookSecret: 'ask'})",
                ".login jane hunter2                      | .login jane",
                "f({password: 'a', token: 'b'})           | f({password: 'ask', token: 'ask'})",
            })
    void theValueIsCut(String entry, String cut) {
        assertThat(SecretArguments.in(entry)).isTrue();
        assertThat(SecretArguments.cut(entry)).isEqualTo(cut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d.unassign({unbondKey: 'ask'})",
                "d.unassign({unbondKey: key})",
                "loginKeys.create({description: 'for the password'})",
                "devices.where({name: 'password'})",
                "loginKeys.get('for the tests')",
                "loginKeys.get('unattended')",
                ".login jane",
            })
    void whatHoldsNoneStays(String entry) {
        assertThat(SecretArguments.in(entry)).isFalse();
        assertThat(SecretArguments.cut(entry)).isEqualTo(entry);
    }

    @Test
    void aLongLiteralIsNoTrouble() {
        String entry = "password = '" + "x\\'".repeat(100_000) + "'; more";
        assertThat(SecretArguments.cut(entry)).isEqualTo("password = 'ask'; more");
    }
}
