package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownValuesTest {
    private static SandboxSession cloud;

    @BeforeAll
    static void start() {
        cloud = SandboxSession.start();
        cloud.run("let circle = {a: 1}; circle.self = circle; circle.list = [circle]");
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    undefined                       | (nothing)
                    null                            | null
                    1 + 1                           | 2
                    1.5                             | 1.5
                    123456789012                    | 123456789012
                    2n ** 70n                       | 1180591620717411303424
                    [5n]                            | [5]
                    NaN                             | NaN
                    -Infinity                       | -Infinity
                    'text'                          | text
                    true                            | true
                    new Date(0)                     | 1970-01-01T00:00:00Z
                    new Date(NaN)                   | Invalid Date
                    /a+/gi                          | /a+/gi
                    Symbol('x')                     | Symbol(x)
                    () => 1                         | function: (anonymous)
                    (function named() {})           | function: function named
                    new Error('boom')               | Error: boom
                    [new TypeError('boom')]         | ['TypeError: boom']
                    []                              | []
                    [1,,3]                          | [1, null, 3]
                    [undefined, null]               | [null, null]
                    ({a: undefined, b: [1, {c: 2}], f() {}}) | {a: null, b: [1, {c: 2}], f: '[Function f]'}
                    circle                          | {a: 1, self: '[Circular]', list: ['[Circular]']}
                    [circle.a, [circle.a]]          | [1, [1]]
                    new Map([[1, 'a'], ['k', {x: 1}]]) | {1: 'a', k: {x: 1}}
                    new Set([1, 'a'])               | [1, 'a']
                    new Uint8Array([1, 2])          | [1, 2]
                    Object.create(null)             | {}
                    Object.assign(Object.create(null), {a: 1}) | {a: 1}
                    new (class Point { x = 1 })     | {x: 1}
                    new Proxy({a: 1}, {})           | {a: 1}
                    ({get broken() { throw new Error('mine') }, a: 1}) | {broken: '[threw Error: mine]', a: 1}
                    (function* () { yield 1; yield 2 })() | [1, 2]
                    new String('s')                 | s
                    help                            | help: impsh
                    files                           | help: Files
                    ({files, count: devices.count}) | {files: '[Files]', count: '[Function count]'}
                    profile.name                    | sandbox
                    [products.first().name]         | ['Thermostat']
                    """)
    void isShownAsWhatItIs(String input, String expected) {
        assertThat(cloud.show(input)).isEqualTo(expected);
    }

    @Test
    void printSaysTheSameAsTheValue() {
        cloud.io.lines.clear();
        cloud.run("print(circle); print(new Map([[1, 2]])); print(undefined); print(); print(products.limit(1))");
        assertThat(cloud.io.lines)
                .containsExactly(
                        "{a: 1, self: '[Circular]', list: ['[Circular]']}",
                        "{1: 2}",
                        "undefined",
                        "",
                        "name | description | owner | createdAt\n"
                                + "Thermostat | Second generation | demo | 2024-03-08T18:37:04.527Z");
    }

    @Test
    void severalValuesAreOneLine() {
        cloud.io.lines.clear();
        cloud.run("console.log(null, undefined, 5, 'a', {a: 1}, [1], new Date(0), 5n, circle, new Set([1]),"
                + " products.first(), new Error('e'), Symbol('s'))");
        assertThat(cloud.io.lines)
                .containsExactly(
                        "null undefined 5 a {\"a\":1} [1] 1970-01-01T00:00:00.000Z 5n"
                                + " {\"a\":1,\"self\":\"[Circular]\",\"list\":[\"[Circular]\"]} [1] Thermostat Error: e Symbol(s)");
    }

    @Test
    void theGlobalObjectIsTheUsersVariablesAndAsksForNothing() {
        try (SandboxSession own = SandboxSession.start()) {
            own.run("let mine = 1");
            assertThat(own.requests("globalThis")).isZero();
            assertThat(own.show("Object.keys(globalThis).includes('mine')")).isEqualTo("true");
        }
    }

    @Test
    void deepAndWideValuesEnd() {
        assertThat(cloud.show("let deep = {}, at = deep; for (let i = 0; i < 9999; i++) at = at.x = {}; deep"))
                .contains("'[…]'");
        assertThat(cloud.show("Array.from({length: 100000}, (x, i) => i)")).endsWith("99998, 99999]");
    }

    @Test
    void aFailureOfTheCloudInAGetterIsNotHidden() {
        assertThat(cloud.thrown("({get x() { return devices.get('nope') }})").code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    @Timeout(20)
    void whatIsReachedInManyWaysIsLookedAtOnce() {
        cloud.run("function pairs(depth) { let pair = [1]; while (depth-- > 0) { pair = [pair, pair] } return pair }");
        assertThat(cloud.show("pairs(2)")).isEqualTo("[[[1], [1]], [[1], [1]]]");

        Shown.Tree many = (Shown.Tree) cloud.shown("pairs(40)");

        assertThat(many.tooLarge()).hasMessage("the value holds more than 1,000,000 objects, too many");
        assertThat(String.valueOf(many.value()))
                .startsWith("[[[[[[[…], […]], [[…], […]]],")
                .hasSizeLessThan(5000);
        assertThatThrownBy(many::whole).isSameAs(many.tooLarge());
    }

    @Test
    void aPromiseGetsTheHintThatNoneIsNeeded() {
        cloud.run("(async () => 1)()");
        assertThat(cloud.io.lines)
                .contains("! this is a promise; calls are synchronous here: leave out async and .then()");
    }

    @Test
    @Timeout(20)
    void whatPointsToEverythingElseHasAnEnd() {
        cloud.run("let mesh = Array.from({length: 30}, (_, n) => ({n})); mesh.forEach(one => one.others = mesh)");

        assertThat(((Shown.Tree) cloud.shown("mesh[0]")).value().toString()).startsWith("{n=0, others=[[Circular],");
    }
}
