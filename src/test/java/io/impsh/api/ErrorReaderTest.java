package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorReaderTest {
    private static final ApiRequest REQUEST = ApiRequest.of("POST", "create product \"P\"", "products");

    @Test
    void theUsualForm() {
        ApiException failure = failure(409, """
                {"errors":[{"id":"b1f5","status":"409","code":"CX001","title":"Duplicate Resource",
                  "detail":"Products must have unique names.","source":{"pointer":"/data/attributes/name"},"meta":{}}]}
                """);

        assertThat(failure)
                .hasMessage(
                        "cannot create product \"P\": Duplicate Resource: Products must have unique names. (CX001)");
        assertThat(failure.code()).isEqualTo("CONFLICT");
        assertThat(failure.status()).isEqualTo(409);
        assertThat(failure.requestId()).isEqualTo("b1f5");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.tried()).isEqualTo(Duration.ZERO);
        assertThat(failure.errors())
                .containsExactly(new ApiError(
                        "409",
                        "CX001",
                        "Duplicate Resource",
                        "Products must have unique names.",
                        "/data/attributes/name",
                        List.of()));
    }

    @Test
    void whatTheCompilerSays() {
        ApiException failure = failure(400, """
                {"errors":[{"status":"400","code":"CX005","title":"Compilation Error","detail":"No.",
                  "meta":[{"type":"ERROR","file":"device_code","row":12,"column":1,"text":"expression expected"},
                          {"row":"12"}]}]}
                """);

        assertThat(failure).hasMessage("cannot create product \"P\": Compilation Error: No. (CX005)");
        assertThat(failure.errors().get(0).findings())
                .containsExactly(
                        new CodeFinding("ERROR", CodeFinding.DEVICE, 12L, 1L, "expression expected"),
                        new CodeFinding(null, null, null, null, null));
    }

    @Test
    void manyErrorsAreShortenedInTheMessageOnly() {
        String errors = IntStream.range(0, 100)
                .mapToObj(i ->
                        "{\"status\":\"404\",\"code\":\"NF001\",\"title\":\"Not Found\",\"detail\":\"d" + i + "\"}")
                .collect(Collectors.joining(","));

        ApiException failure = failure(400, "{\"errors\":[" + errors + "]}");

        assertThat(failure)
                .hasMessage("cannot create product \"P\": Not Found: d0 (NF001); Not Found: d1 (NF001); "
                        + "Not Found: d2 (NF001) (100 errors)");
        assertThat(failure.errors()).hasSize(100);
    }

    @Test
    void aBareMessage() {
        assertThat(failure(400, "{\"message\":\"bad thing\"}")).hasMessage("cannot create product \"P\": bad thing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><h1>Bad Gateway</h1>",
                "{\"errors\":[{\"ti",
                "[]",
                "null",
                "17",
                "{}",
                "{\"errors\":null}",
                "{\"errors\":{}}",
                "{\"errors\":[]}",
                "{\"errors\":[null]}",
                "{\"errors\":[7]}",
                "{\"errors\":[{\"title\":null,\"detail\":{}}]}",
                "{\"message\":7}"
            })
    void whatIsNoErrorFormIsNoReasonToFail(String body) {
        assertThat(failure(400, body))
                .hasMessage("cannot create product \"P\": the service answered 400 and did not say why");
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, REFUSED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, REFUSED",
        "409, CONFLICT",
        "422, REFUSED",
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR"
    })
    void eachStatusHasItsCode(int status, String code) {
        assertThat(failure(status, "{}").code()).isEqualTo(code);
    }

    @Test
    void notFoundIsATypeOfItsOwn() {
        assertThat(failure(404, "{}")).isInstanceOf(NotFoundException.class);
    }

    private static ApiException failure(int status, String body) {
        return ErrorReader.exception(REQUEST, new ApiResponse(status, Map.of(), body, 0, 0));
    }
}
