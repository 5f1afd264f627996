package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({
        "SCRIPT_ERROR,1",
        "SYNTAX,1",
        "NOT_FOUND,1",
        "AMBIGUOUS,1",
        "CONFLICT,1",
        "REFUSED,1",
        "USAGE,2",
        "NO_SUCH_PROFILE,2",
        "BAD_ENDPOINT,2",
        "NOT_LOGGED_IN,4",
        "LOGIN_REFUSED,4",
        "FORBIDDEN,4",
        "CREDENTIALS_BROKEN,4",
        "CREDENTIALS_BUSY,4",
        "LOGIN_NOT_STORED,4",
        "UNREACHABLE,5",
        "RATE_LIMITED,5",
        "SERVER_ERROR,5",
        "LOST_ANSWER,5",
        "CONFIRMATION_NEEDED,6",
        "DECLINED,6",
        "READ_ONLY,6",
        "CANCELLED,130",
    })
    void followsTheFailuresCode(String code, int exitCode) {
        assertThat(ExitCode.of(new UserException(code, "failed", null))).isEqualTo(exitCode);
    }

    @Test
    void anythingElseIsAFailure() {
        assertThat(ExitCode.of(new IllegalStateException())).isEqualTo(1);
    }
}
