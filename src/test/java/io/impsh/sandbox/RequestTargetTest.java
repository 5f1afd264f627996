package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd request targets over a raw socket: each ends in an answer in JSON. */
class RequestTargetTest {
    private static Scene scene;
    private static String authorization;

    @BeforeAll
    static void start() {
        scene = new Scene(Scene.options());
        authorization = "Authorization: Bearer "
                + scene.login("demo").json().path("access_token").stringValue();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v5",
                "/v5/",
                "//a//b",
                "//v5//nothing",
                "/v5/products/",
                "/v5/products/%2F",
                "/v5/products/a%2Fb",
                "/v5/products/%00",
                "/v5/products/%7Bme%7D%7BMy%20product%7D",
                "/v5/devices/0c:2a:69:00:00:00:00",
                "/v5/devices/a@b.c",
                "/v5/products/%",
                "/v5/products/%%",
                "/v5/products/100%zz%4",
                "/v5/products/a b",
                "/v5/products/ ",
                "/v5/products/[a]",
                "/v5/products/a|b^c{d}`e",
                "/v5/products/\"quoted\"",
                "/v5/products/back\\slash",
                "/v5/products/<tag>",
                "/v5/products/a\tb\u0000c\u001bd\u007f",
                "/v5/products/x#y",
                "/v5/products/x?%&=%&%%=[|^{\"",
                "/v5/products/\u00e4\u00ff",
                "*",
                "",
                " ",
                "%",
                "?",
                "//name",
                "///",
                "no/slash",
                "host.test:443",
                "http://host.test",
                "http://host.test?x=1",
                "http://%/v5/products/%",
                "?from=http://host.test/v5/products",
                "HTTP/1.1",
                "/v5/products/\u00c3\u00a4",
                "/v5/products/%C3%A4",
                "/v5/products/%FF%FE",
                "/v5/products/..",
                "/v5/../v5/nothing",
                "/v5/products/a;b=c",
                "/v5/products/x?page[size]=1",
                "/v5/products/x?a=%00&&=&b",
                "/V5/products",
                "/sandbox/nothing",
                "http://elsewhere.test/v5/nothing"
            })
    void endsInJson(String target) {
        String answer = RawSocket.get(scene.sandbox, target, authorization);
        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("content-type: application/vnd.api+json\r\n");
        assertThat(body(answer))
                .startsWith("{\"errors\":[{\"status\":\"404\",\"code\":\"NF00")
                .endsWith("\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v5/products?page[size]=1",
                "//v5//products?page%5Bsize%5D=1",
                "/v5/%70roducts?page%5bsize%5d=1",
                "http://elsewhere.test/v5/products?page[size]=1"
            })
    void sameListByAnySpelling(String target) {
        String answer = RawSocket.get(scene.sandbox, target, authorization);
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(body(answer))
                .contains("\"first\":\"http://sandbox.test/v5/products?page%5Bnumber%5D=1&page%5Bsize%5D=1\"");
    }

    @Test
    void pathIsDecodedSegmentBySegment() {
        assertThat(RequestTarget.parse("/v5//a%2Fb/%C3%A4/?x=1&x=2&y"))
                .hasToString("RequestTarget[segments=[v5, a/b, \u00e4, ], query={x=2, y=}]");
        assertThat(RequestTarget.parse("http://host:1").segments()).isEqualTo(List.of(""));
        assertThat(RequestTarget.parse("/v5/100%/a b/%zz/|^{}\"?%=%2&[x]=y z"))
                .hasToString("RequestTarget[segments=[v5, 100%, a b, %zz, |^{}\"], query={%=%2, [x]=y z}]");
    }

    @Test
    void aRepeatedFilterIsAList() {
        assertThat(RequestTarget.parse("/v5/deployments?filter%5Btags%5D=a&filter[tags]=b,c")
                        .filter("tags"))
                .isEqualTo("a,b,c");
    }

    @Test
    void headAnswersWithoutABody() {
        String answer =
                RawSocket.exchange(scene.sandbox, "HEAD /v5/products HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405 ").endsWith("\r\n\r\n");
    }

    @Test
    void oneConnectionCarriesManyRequestsWithBodies() {
        String one = "GET /v5/nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nnull";
        String last = "GET /v5/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(RawSocket.exchange(scene.sandbox, one + one + last).split("HTTP/1.1 404 ", -1))
                .hasSize(4);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
